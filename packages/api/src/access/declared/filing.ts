import {
  aboutNothing,
  aboutPublic,
  nobody,
  ownerIs,
  sameAnswer,
  type Attempt,
  type Declared,
  type Outcome,
} from '../declare.ts'
import type { ActorName, Who } from '../people.ts'

const owners: Record<string, ActorName | null> = {
  ready: 'plaintiff',
  foreign: 'foreign-party',
  submitted: 'plaintiff',
  absent: null,
}
const aboutDraft = { objects: Object.keys(owners), relation: ownerIs(owners) }
const isOwner = (who: Who, object: string) => owners[object] === who.name

const ownerOr =
  (submitted: Outcome = 'ok') =>
  (who: Who, object: string): Outcome =>
    !isOwner(who, object) ? 'not-found' : object === 'submitted' ? submitted : 'ok'

const draftOf = ({ world, object }: Attempt) =>
  object === 'absent' ? { draftId: nobody, version: 1 } : world.drafts[object as keyof typeof world.drafts]
const place = (attempt: Attempt) => ({ draftId: draftOf(attempt).draftId })
const signed = (attempt: Attempt) => ({
  ...place(attempt),
  version: draftOf(attempt).version,
  signature: attempt.world.signature,
})
const noDraft: Declared['refused'] = { by: 'not-found', object: 'absent', input: place }

const courtSlugOf = ({ world, object }: Attempt): string =>
  object === 'absent' ? 'no-such-court' : object === 'closed' ? world.closedCourt.slug : slugOf(world, object)
const slugOf = ({ courts, court }: Attempt['world'], object: string) => {
  const found = courts[object as 'own' | 'foreign' | 'high']
  return 'slug' in found ? found.slug : court.slug
}

export const filing: Record<string, Declared> = {
  'filing.start': {
    ...aboutPublic('own', 'foreign', 'high', 'closed', 'absent'),
    input: (attempt) => ({ courtSlug: courtSlugOf(attempt), key: `matrix-${attempt.object}` }),
    expect: (_who, object) =>
      object === 'high' ? 'refused' : object === 'own' || object === 'foreign' ? 'ok' : 'not-found',
    as: ['plaintiff'],
    refused: {
      by: 'court.no-filings',
      object: 'high',
      input: (attempt) => ({ courtSlug: courtSlugOf(attempt), key: 'matrix-refused' }),
    },
    again: sameAnswer,
  },
  'filing.drafts': {
    ...aboutNothing,
    expect: () => 'ok',
    as: ['plaintiff'],
    refused: { by: 'not-allowed', as: 'judge', input: () => undefined },
    again: sameAnswer,
  },
  'filing.draft': {
    ...aboutDraft,
    input: place,
    expect: ownerOr(),
    as: ['plaintiff', 'ready'],
    refused: noDraft,
    again: sameAnswer,
  },
  'filing.save': {
    ...aboutDraft,
    input: (attempt) => ({ ...place(attempt), version: draftOf(attempt).version, patch: { mediation: false } }),
    expect: ownerOr('conflict'),
    as: ['plaintiff', 'ready'],
    refused: {
      by: 'draft.submitted',
      object: 'submitted',
      input: (attempt) => ({ ...place(attempt), version: draftOf(attempt).version, patch: { mediation: false } }),
    },
    // The version counts answers that changed: none did the second time.
    again: sameAnswer,
  },
  'filing.quote': {
    ...aboutDraft,
    input: place,
    expect: ownerOr(),
    as: ['plaintiff', 'ready'],
    refused: noDraft,
    again: sameAnswer,
  },
  'filing.check': {
    ...aboutDraft,
    input: place,
    expect: ownerOr(),
    as: ['plaintiff', 'ready'],
    refused: noDraft,
    again: sameAnswer,
  },
  'filing.submit': {
    ...aboutDraft,
    input: signed,
    expect: (who, object) => {
      if (who.name === 'newcomer') return 'not-allowed'
      if (!isOwner(who, object)) return 'not-found'
      return object === 'foreign' ? 'invalid' : 'ok'
    },
    as: ['plaintiff', 'ready'],
    refused: {
      by: 'draft.saved-since',
      object: 'ready',
      input: (attempt) => ({ ...signed(attempt), version: draftOf(attempt).version + 1 }),
    },
    again: sameAnswer,
  },
  'filing.discard': {
    ...aboutDraft,
    input: place,
    expect: ownerOr('conflict'),
    as: ['plaintiff', 'ready'],
    refused: { by: 'draft.submitted', object: 'submitted', input: place },
    again: { answer: 'refused: not-found' },
  },
}
