import { aboutNothing, nobody, sameAnswer, type Attempt, type Declared, type Relation } from '../declare.ts'
import type { Who } from '../people.ts'

/** Sessions of whoever asks, of a person, of a member of staff, of nobody. */
const sessionOf = ({ object, who, world: { people } }: Attempt): string => {
  const { actor } = who
  if (object === 'own' && (actor.kind === 'person' || actor.kind === 'staff')) return actor.sessionId
  if (object === 'person') return people.persons[who.name === 'plaintiff' ? 'foreign-party' : 'plaintiff'].sessionId
  if (object === 'staff') return people.staff[who.name === 'judge' ? 'other-judge' : 'judge'].sessionId
  return nobody
}
const isOwn = (object: string) => object === 'own'

/** On both sites, for everybody who is signed in. */
export const ownAccount: Record<string, Declared> = {
  'accounts.whoAmI': { ...aboutNothing, expect: () => 'ok', as: ['judge'], refused: 'byForm', again: sameAnswer },
  'accounts.account': { ...aboutNothing, expect: () => 'ok', as: ['judge'], refused: 'byForm', again: sameAnswer },
  'accounts.setPreferences': {
    ...aboutNothing,
    input: () => ({ locale: 'en' }),
    expect: () => 'ok',
    as: ['judge'],
    refused: { by: 'invalid', input: () => ({ locale: 'tlh' }) },
    again: sameAnswer,
  },
  'accounts.sessions': {
    ...aboutNothing,
    expect: () => 'ok',
    as: ['judge'],
    refused: { by: 'sign-in-needed', as: 'anonymous', input: () => undefined },
    again: sameAnswer,
  },
  'accounts.endSession': {
    objects: ['own', 'person', 'staff', 'absent'],
    relation: (_who: Who, object: string): Relation =>
      isOwn(object) ? 'own' : object === 'absent' ? 'absent' : 'other-party',
    input: (attempt) => ({ sessionId: sessionOf(attempt) }),
    expect: (_who, object) => (isOwn(object) ? 'ok' : 'not-found'),
    as: ['judge', 'own'],
    refused: { by: 'not-found', object: 'staff', input: (attempt) => ({ sessionId: sessionOf(attempt) }) },
    again: sameAnswer,
  },
  'accounts.endOtherSessions': {
    ...aboutNothing,
    expect: () => 'ok',
    leaves: async ({ inner, who, world }) => {
      const other = who.name === 'plaintiff' ? 'foreign-party' : 'plaintiff'
      const id = world.people.persons[other].sessionId
      const row = await inner.all((tx) => tx.session.findUnique({ where: { id } }))
      return row?.endedAt ? 'the session of somebody else was ended' : null
    },
    as: ['judge'],
    refused: { by: 'sign-in-needed', as: 'anonymous', input: () => undefined },
    again: { answer: 'same', writes: ['national_audit'] },
  },
  'accounts.deeds': {
    ...aboutNothing,
    input: () => ({ limit: 100 }),
    expect: () => 'ok',
    // Of a case that was sealed later its clerk is still told that the own deed was in it: its id, and nothing of it.
    shows: ({ world, who }) => (who.name === 'filing-clerk' ? [world.cases.sealed.caseId] : []),
    as: ['judge'],
    refused: { by: 'invalid', input: () => ({ limit: 0 }) },
    again: sameAnswer,
  },
  'accounts.signOut': { ...aboutNothing, expect: () => 'ok', as: ['judge'], refused: 'byForm', again: sameAnswer },
}
