import {
  aboutCase,
  aboutNothing,
  auditedAgain,
  caseOf,
  casePlace,
  mayRead,
  nobody,
  readerOr,
  sameAnswer,
  type Attempt,
  type Declared,
} from '../declare.ts'
import type { Who } from '../people.ts'

/** An act that parties may do in every state: whoever reads the case and is no party is told whose act it is. */
const asking = (attempt: Attempt) => ({
  ...casePlace(attempt),
  action: 'ask-question',
  input: { question: '何时开庭？' },
})
const partiesAsk = (who: Who, object: string) =>
  mayRead(who, object) ? (who.actor.kind === 'person' ? ('ok' as const) : ('refused' as const)) : ('not-found' as const)

const headSeq = async ({ inner, ...attempt }: Attempt): Promise<number> =>
  inner.all(async (tx) => (await tx.case.findFirstOrThrow({ where: { id: caseOf(attempt).caseId } })).headSeq)

const noSlug = (attempt: Attempt) => ({ ...casePlace(attempt), courtSlug: 'NO SUCH COURT' })

/** Of a filing its clerks and judges have the material, of a docketed case its judge and the court's clerks; others are told who has it. */
const holders: Record<string, readonly string[]> = {
  filed: ['filing-clerk', 'filing-judge'],
  own: ['judge', 'court-clerk'],
  other: ['other-judge', 'court-clerk'],
  sealed: ['sealed-judge'],
  foreign: ['foreign-judge', 'foreign-court-clerk'],
}

export const cases: Record<string, Declared> = {
  'cases.mine': {
    ...aboutNothing,
    input: () => ({}),
    expect: () => 'ok',
    // Whoever has left a case keeps the line of it in their own directory, as it stood then, and sees nothing behind it.
    shows: ({ world, who }) => (who.name.endsWith('-agent') ? world.cases.own.marks : []),
    as: ['plaintiff'],
    refused: { by: 'invalid', input: () => ({ limit: 0 }) },
    again: sameAnswer,
  },
  'cases.page': {
    ...aboutCase,
    input: casePlace,
    expect: readerOr('ok'),
    as: ['plaintiff'],
    refused: { by: 'not-found', object: 'absent', input: casePlace },
    again: sameAnswer,
  },
  'cases.actionForm': {
    ...aboutCase,
    input: (attempt) => ({ ...casePlace(attempt), action: 'ask-question' }),
    expect: partiesAsk,
    as: ['plaintiff'],
    refused: {
      by: 'accept-filing.by',
      object: 'filed',
      input: (attempt) => ({ ...casePlace(attempt), action: 'accept-filing' }),
    },
    again: sameAnswer,
  },
  'cases.preview': {
    ...aboutCase,
    input: asking,
    expect: partiesAsk,
    as: ['plaintiff'],
    refused: {
      by: 'ask-question.form',
      input: (attempt) => ({ ...asking(attempt), input: { question: '' } }),
    },
    again: sameAnswer,
  },
  'cases.perform': {
    ...aboutCase,
    input: async (attempt) => ({
      ...asking(attempt),
      key: `matrix-${attempt.object}`,
      headSeq: await headSeq(attempt),
    }),
    expect: partiesAsk,
    as: ['plaintiff'],
    refused: {
      by: 'submit-correction.from',
      input: async (attempt) => ({
        ...casePlace(attempt),
        action: 'submit-correction',
        input: { note: '已更正' },
        key: 'matrix-refused',
        headSeq: await headSeq(attempt),
      }),
    },
    again: sameAnswer,
  },
  'cases.checkFiled': {
    ...aboutCase,
    input: casePlace,
    expect: readerOr('ok'),
    as: ['filing-clerk', 'filed'],
    refused: { by: 'invalid', input: noSlug },
    again: sameAnswer,
  },
  'cases.reviewMaterial': {
    ...aboutCase,
    input: (attempt) => ({ ...casePlace(attempt), materialId: caseOf(attempt).materialId, status: 'passed' }),
    expect: (who, object) => (holders[object]?.includes(who.name) ? 'ok' : readerOr('refused')(who, object)),
    as: ['filing-clerk', 'filed'],
    refused: {
      by: 'invalid',
      input: (attempt) => ({ ...casePlace(attempt), materialId: caseOf(attempt).materialId, status: 'returned' }),
    },
    again: auditedAgain,
  },
  'cases.unmask': {
    ...aboutCase,
    input: (attempt) => ({
      ...casePlace(attempt),
      partyId: caseOf(attempt).parties.plaintiff,
      field: 'phone',
      why: '核对联系方式',
    }),
    // The defendant reads the case, and is not shown the plaintiff's telephone.
    expect: (who, object) =>
      who.name === 'defendant' ? readerOr('not-allowed')(who, object) : readerOr('ok')(who, object),
    shows: ({ world, object }) =>
      object === 'foreign' ? world.people['foreign-party'].secrets : partySecrets(world, object),
    as: ['filing-clerk'],
    refused: {
      by: 'not-found',
      input: (attempt) => ({ ...casePlace(attempt), partyId: nobody, field: 'phone', why: '核对联系方式' }),
    },
    again: auditedAgain,
  },
  'cases.looks': {
    ...aboutCase,
    input: casePlace,
    expect: readerOr('ok'),
    as: ['plaintiff'],
    refused: { by: 'not-found', object: 'absent', input: casePlace },
    again: sameAnswer,
  },
  'cases.verify': {
    ...aboutCase,
    input: casePlace,
    expect: readerOr('ok'),
    as: ['plaintiff'],
    refused: { by: 'invalid', input: noSlug },
    again: sameAnswer,
  },
}

const partySecrets = ({ people }: Attempt['world'], object: string) =>
  object === 'sealed'
    ? people['sealed-party'].secrets
    : object === 'other'
      ? people['other-party'].secrets
      : people.plaintiff.secrets
