import { staffRoles, type StaffActor, type StaffRole } from '../actor.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { isNational } from './reach.ts'

/** Roles that reach beyond one court: given by the supreme court, in the supreme court. */
export const nationalRoles = ['national-admin', 'security-admin', 'auditor'] as const satisfies readonly StaffRole[]

export const courtRoles = staffRoles.filter((role) => !(nationalRoles as readonly StaffRole[]).includes(role))

/** Nobody gives away more than the own reach. */
export function refusalOfRoles(actor: StaffActor, courtLevel: string, roles: readonly StaffRole[]): Refusal | null {
  const beyond = roles.filter((role) => (nationalRoles as readonly StaffRole[]).includes(role))
  if (beyond.length === 0 || (isNational(actor) && courtLevel === 'supreme')) return null
  return refuse({
    kind: 'not-allowed',
    ruleId: 'staff.national-role',
    reason: {
      zh: '全国管理、安全管理和审计角色只能由最高人民法院管理员在最高人民法院内授予。',
      en: 'National administration, security and audit are roles of the supreme court, given by its administrators.',
    },
    facts: { roles: beyond },
  })
}
