import {
  aboutCase,
  aboutNothing,
  casePlaceById,
  nobody,
  readerOr,
  sameAnswer,
  type Attempt,
  type Declared,
  type Relation,
} from '../declare.ts'
import type { ActorName, Who } from '../people.ts'
import { uploadFiles } from '../upload-files.ts'

const noticeOwners = { own: null, others: null, absent: null }

/** The notice of whoever asks; of somebody else; of nobody. A person without notices asks for that of the plaintiff. */
const noticeOf = async ({ inner, who, object }: Attempt): Promise<string> => {
  if (object === 'absent') return nobody
  const { actor } = who
  const own =
    actor.kind === 'person' ? { personId: actor.personId } : actor.kind === 'staff' ? { staffId: actor.staffId } : {}
  const isOwn = object === 'own'
  const found = await inner.all((tx) =>
    tx.notice.findFirst({ where: isOwn ? own : { NOT: own, personId: { not: null } }, orderBy: { id: 'asc' } }),
  )
  return found?.id ?? nobody
}

/** Materials, receipts and notices. */
export const papers: Record<string, Declared> = {
  ...uploadFiles,
  'notices.list': {
    ...aboutNothing,
    input: () => ({ limit: 50 }),
    expect: () => 'ok',
    // What one was told stays told: of a case that was sealed later the id it led to, and no more.
    shows: ({ world, who }) => (who.name === 'filing-clerk' ? [world.cases.sealed.caseId] : []),
    as: ['plaintiff'],
    refused: { by: 'invalid', input: () => ({ limit: 0 }) },
    again: sameAnswer,
  },
  'notices.markRead': {
    objects: Object.keys(noticeOwners),
    relation: (_who: Who, object: string): Relation =>
      object === 'own' ? 'own' : object === 'others' ? 'other-party' : 'absent',
    input: async (attempt) => ({ noticeIds: [await noticeOf(attempt)] }),
    // Marking what is not one's own marks nothing, and says no more of it than of what does not exist.
    expect: () => 'ok',
    leaves: async (attempt) => {
      if (attempt.object !== 'others') return null
      const id = await noticeOf(attempt)
      const row = await attempt.inner.all((tx) => tx.notice.findFirst({ where: { id } }))
      return row?.readAt ? 'a notice of somebody else was marked as read' : null
    },
    as: ['plaintiff', 'own'],
    refused: { by: 'invalid', input: () => ({ noticeIds: [] }) },
    again: sameAnswer,
  },
  'notices.unread': { ...aboutNothing, expect: () => 'ok', as: ['plaintiff'], refused: 'byForm', again: sameAnswer },
  'receipts.byCase': {
    ...aboutCase,
    input: casePlaceById,
    expect: readerOr('ok'),
    as: ['plaintiff' satisfies ActorName],
    refused: { by: 'not-found', object: 'absent', input: casePlaceById },
    again: sameAnswer,
  },
}
