import { staffRoles, type StaffRole } from '@court/usecases/actor'

// Roles come from rows as text; one that is no longer known shows as having none.
export const roleName = (role: string): StaffRole | 'unknown' => staffRoles.find((one) => one === role) ?? 'unknown'
