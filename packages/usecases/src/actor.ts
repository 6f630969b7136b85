/** Who is acting. Everything past the session look-up sees only this. */
export type Actor = AnonymousActor | PersonActor | StaffActor | SystemActor

export type AnonymousActor = { kind: 'anonymous' }

/** A party, agent or lawyer with a national account. `identityLevel` 0: phone only, 1: name and number checked. */
export type PersonActor = {
  kind: 'person'
  personId: string
  sessionId: string
  identityLevel: 0 | 1
}

/** A member of a court's staff. Roles are of that court alone; the supreme court is a court too. */
export type StaffActor = {
  kind: 'staff'
  accountId: string
  staffId: string
  courtId: string
  roles: readonly StaffRole[]
  sessionId: string
}

/** A job of the worker; `job` is its name, as it stands in the audit. */
export type SystemActor = { kind: 'system'; job: string }

export const staffRoles = [
  'filing-clerk',
  'filing-judge',
  'filing-chief',
  'court-clerk',
  'judge',
  'presiding-judge',
  'president',
  'court-admin',
  'national-admin',
  'security-admin',
  'auditor',
] as const

export type StaffRole = (typeof staffRoles)[number]
