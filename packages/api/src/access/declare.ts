import type { TestPorts } from '@court/testkit/ports'
import type { UseCaseContext } from '@court/usecases/context'
import type { RefusalKind } from '@court/usecases/refusal'
import { readers, type CaseName } from './cases.ts'
import type { ActorName, Who } from './people.ts'
import type { Inner } from './undone.ts'
import type { World } from './world.ts'

/**
 * How to declare a procedure. Every procedure of a router has a line in a file of `declared/`, by its path; without one `npm test` fails and
 * names it. The line says what the call names (`...aboutCase`, `...aboutDraft`, `aboutNothing` …: the objects that are tried and what
 * they are to whom), a sound `input` for such an object, and what whoever gets through the door is told (`expect`; the door itself is
 * `access-*.tsv`). For the five guarantees it adds an input that is `refused` and by which rule, and what a call that is made twice does
 * (`again`): its answer, and the tables that the second call may still write. An object that the world lacks is built in `world.ts`.
 */
export type Declared = {
  objects: readonly string[]
  relation(who: Who, object: string): Relation
  /** Undefined for procedures that take nothing. Also asked for on behalf of those whom the door will refuse: it must not rest on who asks. */
  input?(attempt: Attempt): unknown
  expect(who: Who, object: string, site: Site): Outcome
  /** Secrets of others that a rightful answer holds. */
  shows?(attempt: Attempt): readonly string[]
  /** Looks at what the call left where the answer alone does not tell; a text says what is wrong. */
  leaves?(attempt: Attempt): Promise<string | null>
  refused: Refused
  again: Again
  /** By whom success, refusal and repetition are shown, where the first who may is not the one; with which object. */
  as?: readonly [ActorName, string?]
}

export type Site = 'web' | 'admin'
export type Outcome = 'ok' | RefusalKind
export type Relation =
  'own' | 'same-court' | 'other-court' | 'other-party' | 'superior' | 'absent' | 'sealed' | 'ended' | 'public'

export type Attempt = {
  world: World
  who: Who
  object: string
  site: Site
  inner: Inner
  ctx: UseCaseContext
  ports: TestPorts
}

/** An input that is refused, and by which rule. `byForm` for what the transport refuses where a procedure takes nothing that could be wrong. */
export type Refused = { by: string; input(attempt: Attempt): unknown; as?: ActorName; object?: string } | 'byForm'

/** What the same call does the second time: the same answer, a refusal by this rule, or an answer of its own because each call is an act of its own. */
export type Again = { answer: 'same' | 'fresh' | `refused: ${string}`; writes?: readonly string[] }

export const sameAnswer: Again = { answer: 'same' }
/** The act is done once; that it was asked for again stands in the audit. */
export const auditedAgain: Again = { answer: 'same', writes: ['audit', 'national_audit'] }

const malformed = { by: 'invalid' }
/** An id that is none: refused by the form of the procedure, beside the field. */
export const noId = (more: (attempt: Attempt) => object): Refused => ({ ...malformed, input: more })

export const nobody = '00000000-0000-4000-8000-000000000001'

export const aboutNothing = {
  objects: ['-'],
  relation: (): Relation => 'own',
}
export const aboutPublic = (...objects: string[]) => ({
  objects,
  relation: (_who: Who, object: string): Relation => (object === 'absent' ? 'absent' : 'public'),
})

const isCase = (object: string): object is CaseName => object in readers

export const mayRead = (who: Who, object: string): boolean =>
  isCase(object) && readers[object].includes(who.name as ActorName)

export const readerOr =
  (then: Outcome, otherwise: Outcome = 'not-found') =>
  (who: Who, object: string): Outcome =>
    mayRead(who, object) ? then : otherwise

export const aboutCase = {
  objects: ['own', 'filed', 'other', 'sealed', 'foreign', 'absent', 'crossed', 'crossed-back'],
  relation(who: Who, object: string): Relation {
    if (mayRead(who, object)) return 'own'
    if (!isCase(object)) return 'absent'
    if (object === 'own' && (who.name === 'former-agent' || who.name === 'expired-agent')) return 'ended'
    if (object === 'sealed') return 'sealed'
    if (who.court === 'high') return object === 'foreign' ? 'other-court' : 'superior'
    const isOtherCourt =
      who.court === null ? object === 'foreign' : (who.court === 'foreign') !== (object === 'foreign')
    if (isOtherCourt || who.court === 'supreme') return 'other-court'
    return who.court === null ? 'other-party' : 'same-court'
  },
}

/** A case by the address name of its court: also ids of one court under the name of another. */
export function casePlace({ world: { cases }, object }: Attempt) {
  const { own, foreign } = cases
  if (object === 'absent') return { courtSlug: own.courtSlug, caseId: nobody }
  if (object === 'crossed') return { courtSlug: foreign.courtSlug, caseId: own.caseId }
  if (object === 'crossed-back') return { courtSlug: own.courtSlug, caseId: foreign.caseId }
  const { courtSlug, caseId } = caseOf({ world: { cases }, object })
  return { courtSlug, caseId }
}

/** The same by the court's id. */
export function casePlaceById(attempt: Attempt) {
  const { courtSlug, caseId } = casePlace(attempt)
  const { own, foreign } = attempt.world.cases
  return { courtId: courtSlug === foreign.courtSlug ? foreign.courtId : own.courtId, caseId }
}

export const caseOf = ({ world, object }: { world: Pick<World, 'cases'>; object: string }) =>
  world.cases[isCase(object) ? object : object === 'crossed-back' ? 'foreign' : 'own']

const courtIs = (who: Who, object: string): Relation => {
  if (object === 'absent' || object === 'crossed') return 'absent'
  if (who.court === object || who.roles.includes('national-admin')) return 'own'
  return who.court === 'high' && object === 'own' ? 'superior' : 'other-court'
}
export const aboutCourt = (...objects: string[]) => ({ objects, relation: courtIs })

export const isNational = (who: Who) => who.roles.includes('national-admin')

/** Administrators of the nation reach every court, those of a court their own. */
export const reachesCourt = (who: Who, object: string): Outcome =>
  object !== 'absent' && object !== 'crossed' && (isNational(who) || who.court === object) ? 'ok' : 'not-found'

export function courtId({ world, object }: Attempt): string {
  if (object === 'absent') return nobody
  return world.courts[object === 'crossed' ? 'own' : (object as keyof World['courts'])].id
}

/** Whoever signs in anew keeps no session of before, of whichever kind. */
export const sessionEnded = async ({ inner, who: { actor } }: Attempt): Promise<string | null> => {
  if (actor.kind !== 'person' && actor.kind !== 'staff') return null
  const row = await inner.all((tx) => tx.session.findUnique({ where: { id: actor.sessionId } }))
  return row?.endedAt ? null : 'the session of before is still open'
}

export const ownerIs =
  (owners: Record<string, ActorName | null>) =>
  (who: Who, object: string): Relation => {
    const owner = owners[object]
    if (owner == null) return 'absent'
    return owner === who.name
      ? 'own'
      : who.court === 'foreign' || owner === 'foreign-party'
        ? 'other-court'
        : 'other-party'
  }
