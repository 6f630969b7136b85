import type { DatabaseActor } from './database.ts'

/** Which role acts, and the statement that sets its scope for one transaction. */
export type Scope = { role: 'public' | 'staff' | 'worker'; sql: string }

/** Stands for "no court" in rows that must name one, such as what is owed to the queue; no court ever has it. */
export const nationId = '00000000-0000-0000-0000-000000000000'

export type Where =
  | { kind: 'nation'; actor: DatabaseActor }
  | { kind: 'court'; courtId: string; actor: DatabaseActor }
  | { kind: 'across' }

/** Every setting is set each time, so that nothing of an earlier transaction on the connection can be meant. */
export function scopeOf(where: Where): Scope {
  switch (where.kind) {
    case 'nation':
      return { role: roleOf(where.actor), sql: settings(nationId, where.actor) }
    case 'court':
      if (where.courtId === nationId) throw new Error('the nation is no court')
      return { role: roleOf(where.actor), sql: settings(where.courtId, where.actor) }
    case 'across':
      return { role: 'worker', sql: settings(null, { kind: 'system' }) }
  }
}

function roleOf(actor: DatabaseActor): Scope['role'] {
  switch (actor.kind) {
    case 'anonymous':
    case 'person':
      return 'public'
    case 'staff':
      return 'staff'
    case 'system':
      return 'worker'
  }
}

// SET LOCAL takes no parameters, and Citus hands on nothing else to its workers: so a literal, of checked form.
const settings = (courtId: string | null, actor: DatabaseActor) =>
  [
    `set local app.court_id = '${literal(courtId)}'`,
    `set local app.person_id = '${literal(actor.kind === 'person' ? actor.personId : null)}'`,
    `set local app.staff_id = '${literal(actor.kind === 'staff' ? (actor.staffId ?? null) : null)}'`,
  ].join('; ')

function literal(id: string | null): string {
  if (id === null) return ''
  if (!uuid.test(id)) throw new InvalidScope(id)
  return id
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id of a court, person or member of staff is not of the form of an id: such a row cannot exist. */
export class InvalidScope extends Error {
  constructor(id: string) {
    super(`not an id: ${JSON.stringify(id.slice(0, 60))}`)
  }
}
