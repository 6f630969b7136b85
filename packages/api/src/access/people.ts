import { anonymous } from '@court/testkit/context'
import type { courtAtWork } from '@court/testkit/court-at-work'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { buildPerson } from '@court/testkit/persons'
import { residentNumber } from '@court/testkit/resident-number'
import type { Actor, PersonActor, StaffActor, StaffRole } from '@court/usecases/actor'
import { hashPassword } from '@court/usecases/staff/password'

export type Scene = Awaited<ReturnType<typeof courtAtWork>>
export type CourtName = 'own' | 'foreign' | 'high' | 'supreme'

/** Everybody who tries, by name. `secrets` are what of them nobody else may be shown. */
export type Who = {
  name: string
  actor: Actor
  court: CourtName | null
  roles: readonly StaffRole[]
  secrets: readonly string[]
}

/** Persons of the world. What they have to do with which case stands in `readers` and is arranged in `cases.ts`. */
export const personNames = [
  'newcomer',
  'outsider',
  'plaintiff',
  'defendant',
  'agent',
  'former-agent',
  'expired-agent',
  'other-party',
  'sealed-party',
  'foreign-party',
] as const
export type PersonName = (typeof personNames)[number]

const legalNames: Record<PersonName, string> = {
  newcomer: '新来者',
  outsider: '局外人',
  plaintiff: '甲原告',
  defendant: '乙被告',
  agent: '丙代理',
  'former-agent': '丁前任',
  'expired-agent': '戊过期',
  'other-party': '己他案',
  'sealed-party': '庚密案',
  'foreign-party': '辛外院',
}

/** Staff by name: court and roles. Judges are made where their cases are drawn (`cases.ts`). */
const staffTable = {
  'filing-clerk': ['own', ['filing-clerk']],
  'filing-judge': ['own', ['filing-judge']],
  'filing-chief': ['own', ['filing-chief']],
  'court-clerk': ['own', ['court-clerk']],
  judge: ['own', ['judge']],
  'other-judge': ['own', ['judge']],
  'sealed-judge': ['own', ['judge']],
  'presiding-judge': ['own', ['presiding-judge']],
  president: ['own', ['president']],
  'court-admin': ['own', ['court-admin']],
  'no-role': ['own', []],
  'foreign-filing-clerk': ['foreign', ['filing-clerk']],
  'foreign-filing-judge': ['foreign', ['filing-judge']],
  'foreign-filing-chief': ['foreign', ['filing-chief']],
  'foreign-court-clerk': ['foreign', ['court-clerk']],
  'foreign-judge': ['foreign', ['judge']],
  'foreign-president': ['foreign', ['president']],
  'foreign-court-admin': ['foreign', ['court-admin']],
  'high-judge': ['high', ['judge']],
  'high-president': ['high', ['president']],
  'high-court-admin': ['high', ['court-admin']],
  'national-admin': ['supreme', ['national-admin']],
  'security-admin': ['supreme', ['security-admin']],
  auditor: ['supreme', ['auditor']],
} as const satisfies Record<string, readonly [CourtName, readonly StaffRole[]]>
export type StaffName = keyof typeof staffTable

export type ActorName = 'anonymous' | PersonName | StaffName

export type People = Record<ActorName, Who> & {
  persons: Record<PersonName, PersonActor & { phone: string; name: string; idNumber: string | null }>
  staff: Record<StaffName, StaffActor>
}

/** The password and the secret of the authenticator of all staff. */
export const staffPassword = '正确 horse 电池 staple 9'
export const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export async function buildPeople({ all, court, elsewhere, nationalAdmin, as }: Scene) {
  const high = await buildCourt(all, { level: 'high', code: '浙', nameZh: '高级人民法院' })
  await all.court.update({ where: { id: court.id }, data: { parentId: high.id } })
  const courts = { own: court, foreign: elsewhere, high, supreme: { id: nationalAdmin.courtId } }

  const persons = {} as People['persons']
  const everybody = {
    anonymous: { name: 'anonymous', actor: anonymous, court: null, roles: [], secrets: [] },
  } as unknown as People
  for (const [index, name] of personNames.entries()) {
    const idNumber = name === 'newcomer' ? null : residentNumber({ birthDay: `197001${index + 11}`, serial: index })
    const built = await buildPerson(all, { name: legalNames[name], idNumber, phone: `+86137000010${10 + index}` })
    persons[name] = { ...built, idNumber }
    const secrets = [built.phone.slice(3), ...(idNumber === null ? [] : [idNumber])]
    everybody[name] = { name, actor: built, court: null, roles: [], secrets }
  }

  const passwordHash = await hashPassword(staffPassword)
  const totpCipher = as(nationalAdmin).keys.seal('staff.totp', totpSecret)
  const staff = {} as People['staff']
  for (const [name, [place, roles]] of Object.entries(staffTable) as unknown as [
    StaffName,
    readonly [CourtName, StaffRole[]],
  ][]) {
    const actor = await buildStaff(all, {
      courtId: courts[place].id,
      roles,
      name: `职员${name}`,
      weight: 0,
      login: `login-${name}`,
    })
    staff[name] = actor
    everybody[name] = { name, actor, court: place, roles, secrets: [] }
  }
  await all.staffAccount.updateMany({ data: { passwordHash, totpCipher } })
  return { people: { ...everybody, persons, staff }, courts }
}
