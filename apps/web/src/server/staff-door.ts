import type { StaffDoor } from '@court/site/staff-door'
import { getApi } from './api.ts'
import { formStateOf } from './form-state.ts'
import { services } from './services.ts'

export const staffDoor: StaffDoor = {
  at: '/staff',
  home: '/desk',
  ticket: { name: 'staff-sign-in', site: () => services().cookies },
  accounts: async () => (await getApi()).accounts,
  formStateOf,
}
