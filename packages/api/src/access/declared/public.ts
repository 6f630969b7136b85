import { aboutNothing, aboutPublic, sameAnswer, type Attempt, type Declared } from '../declare.ts'

const slugOf = ({ world, object }: Attempt): string => {
  if (object === 'closed') return world.closedCourt.slug
  return object === 'foreign' ? world.elsewhere.slug : object === 'own' ? world.court.slug : 'no-such-court'
}

const receiptNumber = ({ inner, object, world }: Attempt): Promise<string> | string =>
  object === 'absent'
    ? 'R26-7KQ3M-9XTVD'
    : inner.all(
        async (tx) => (await tx.receipt.findFirstOrThrow({ where: { caseId: world.cases.sealed.caseId } })).number,
      )

const isThere = (_who: unknown, object: string) => (object === 'absent' || object === 'closed' ? 'not-found' : 'ok')

/** What anybody may ask. */
export const publicProcedures: Record<string, Declared> = {
  'causes.search': {
    ...aboutNothing,
    input: () => ({ q: '借贷' }),
    expect: () => 'ok',
    refused: { by: 'invalid', input: () => ({ q: '借'.repeat(61) }) },
    again: sameAnswer,
  },
  'causes.tree': { ...aboutNothing, expect: () => 'ok', refused: 'byForm', again: sameAnswer },
  'causes.byCode': {
    ...aboutPublic('there', 'absent'),
    input: ({ object }) => ({ code: object === 'there' ? 'contract.loan.private' : 'no.such.cause' }),
    expect: isThere,
    refused: { by: 'not-found', object: 'absent', input: () => ({ code: 'no.such.cause' }) },
    again: sameAnswer,
  },
  'courts.list': { ...aboutNothing, expect: () => 'ok', refused: 'byForm', again: sameAnswer },
  'courts.bySlug': {
    ...aboutPublic('own', 'foreign', 'closed', 'absent'),
    input: (attempt) => ({ slug: slugOf(attempt) }),
    expect: isThere,
    refused: { by: 'not-found', object: 'absent', input: (attempt) => ({ slug: slugOf(attempt) }) },
    again: sameAnswer,
  },
  'receipts.check': {
    ...aboutPublic('there', 'absent'),
    input: async (attempt) => ({ number: await receiptNumber(attempt) }),
    expect: isThere,
    refused: { by: 'receipt.not-found', object: 'absent', input: () => ({ number: 'R26-00000-00000' }) },
    again: { answer: 'same', writes: ['rate_limit'] },
  },
  'receipts.checkFile': {
    ...aboutPublic('there', 'absent'),
    input: async (attempt) => ({ number: await receiptNumber(attempt), sha256: 'a'.repeat(64) }),
    expect: isThere,
    refused: {
      by: 'receipt.hash',
      input: async (attempt) => ({ number: await receiptNumber(attempt), sha256: 'abc' }),
    },
    again: { answer: 'same', writes: ['rate_limit'] },
  },
}
