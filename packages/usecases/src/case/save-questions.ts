import type { Tx } from '@court/db/database'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'

type Asked = {
  courtId: string
  caseId: string
  partyId: string | null
  input: JsonObject
  written: readonly { seq: number; type: string; subject?: string }[]
}

/** The texts of questions and answers stand beside the docket, which only commits to them. An answer closes every question still open of its party. */
export async function saveQuestions(tx: Tx, ctx: UseCaseContext, asked: Asked): Promise<void> {
  const { courtId, caseId, partyId, input, written } = asked
  const question = written.find(({ type }) => type === 'question-asked')
  if (question && ctx.actor.kind === 'person' && typeof input['question'] === 'string')
    await tx.question.createMany({
      data: [
        {
          courtId,
          id: ctx.newId(),
          caseId,
          partyId,
          askedById: ctx.actor.personId,
          text: input['question'],
          entrySeq: question.seq,
          askedAt: ctx.now(),
        },
      ],
    })
  const answer = written.find(({ type }) => type === 'question-answered')
  if (answer && ctx.actor.kind === 'staff' && typeof input['answer'] === 'string')
    await saveAnswer(tx, ctx, { ...asked, answeredById: ctx.actor.staffId, text: input['answer'], answer })
}

async function saveAnswer(
  tx: Tx,
  ctx: UseCaseContext,
  answered: Asked & { answeredById: string; text: string; answer: { seq: number; subject?: string } },
): Promise<void> {
  const { courtId, caseId, text, answeredById, answer } = answered
  const open = await tx.question.findMany({
    where: { courtId, caseId, status: 'open', ...(answer.subject ? { partyId: answer.subject } : {}) },
    orderBy: { askedAt: 'asc' },
  })
  const last = open.at(-1)
  if (!last) return
  await tx.answer.createMany({
    data: [
      {
        courtId,
        id: ctx.newId(),
        caseId,
        questionId: last.id,
        answeredById,
        text,
        entrySeq: answer.seq,
        answeredAt: ctx.now(),
      },
    ],
  })
  await tx.question.updateMany({
    where: { courtId, id: { in: open.map(({ id }) => id) } },
    data: { status: 'answered' },
  })
}
