import type { StaffDoor } from '@court/site/staff-door'
import { getApi } from './api.ts'
import { formStateOf } from './form-state.ts'
import { services } from './services.ts'

export const staffDoor: StaffDoor = {
  at: '',
  home: '/',
  ticket: { name: 'admin-sign-in', site: () => services().cookies },
  accounts: async () => (await getApi()).accounts,
  formStateOf,
}
