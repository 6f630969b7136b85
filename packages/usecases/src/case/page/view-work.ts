import type { Tx } from '@court/db/database'
import { rolesInCase } from '@court/procedure/docket/acting'
import type { UseCaseContext } from '../../context.ts'
import { readCommitted } from '../../filing/committed-values.ts'
import { wordsOf } from '../../words-of.ts'
import type { OpenCase } from '../open-case.ts'
import type { CaseNoticeView, ConsentView, FeeNoticeView, QuestionView, TaskView } from './case-page-types.ts'
import { roleView, same } from './role-view.ts'

type Names = {
  party: (id: string | undefined | null) => string | null
  staff: ReadonlyMap<string, string>
}

export async function taskViews(tx: Tx, open: OpenCase): Promise<TaskView[]> {
  const { court, row, code, state, acting } = open
  const mine = rolesInCase(acting, state, code)
  const tasks = await tx.task.findMany({
    where: { courtId: court.courtId, caseId: row.id, status: 'open' },
    orderBy: [{ due: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  })
  return tasks.map((task) => ({
    id: task.id,
    kind: task.kind,
    title: wordsOf(task.title),
    role: task.role ? roleView(code, task.role) : null,
    due: task.due,
    clockKey: task.clockKey,
    action: code.tasks[task.kind.split('@')[0] ?? '']?.action ?? null,
    isMine: (task.role !== null && mine.has(task.role)) || (task.staffId !== null && task.staffId === acting.ref.id),
  }))
}

export async function feeViews(tx: Tx, { court, row, state }: OpenCase): Promise<FeeNoticeView[]> {
  const notices = await tx.feeNotice.findMany({
    where: { courtId: court.courtId, caseId: row.id },
    orderBy: { issuedAt: 'asc' },
    include: { payments: { orderBy: { paidOn: 'asc' } } },
  })
  // A payment whose entry was corrected is no payment.
  const vouchers = new Set(state.entries.map(({ data }) => data['voucher']))
  return notices.map((notice) => ({
    id: notice.id,
    number: notice.number,
    kind: notice.kind,
    amountFen: Number(notice.amountFen),
    arithmetic: arithmeticOf(notice.arithmetic),
    due: notice.due,
    status: feeStatus(notice.status),
    issuedAt: notice.issuedAt,
    payments: notice.payments
      .filter(({ voucher }) => vouchers.has(voucher))
      .map(({ id, amountFen, method, voucher, paidOn }) => ({
        id,
        amountFen: Number(amountFen),
        method,
        voucher,
        paidOn,
      })),
  }))
}

function feeStatus(text: string): FeeNoticeView['status'] {
  return text === 'paid' || text === 'waived' || text === 'deferred' || text === 'overdue' ? text : 'owed'
}

function arithmeticOf(json: unknown): FeeNoticeView['arithmetic'] {
  const { steps, title } = (typeof json === 'object' && json !== null ? json : {}) as {
    steps?: unknown
    title?: unknown
  }
  return { steps: Array.isArray(steps) ? steps : [], title: title ? wordsOf(title) : null }
}

export async function questionViews(
  tx: Tx,
  ctx: UseCaseContext,
  open: OpenCase,
  names: Names,
): Promise<QuestionView[]> {
  const { court, row, acting, visible } = open
  const readable = new Set(visible.map(({ seq }) => seq))
  const questions = await tx.question.findMany({
    where: { courtId: court.courtId, caseId: row.id },
    orderBy: { askedAt: 'asc' },
    include: { answers: { orderBy: { answeredAt: 'asc' } } },
  })
  const { actor } = ctx
  return questions
    .filter(({ entrySeq, partyId }) => {
      // What a party asks is between it and the court.
      const isOwn = acting.ref.kind !== 'person' || partyId === acting.partyId
      return isOwn && (entrySeq === null || readable.has(entrySeq))
    })
    .map((question) => ({
      id: question.id,
      text: question.text,
      askedAt: question.askedAt,
      isMine: actor.kind === 'person' && question.askedById === actor.personId,
      askedBy: names.party(question.partyId),
      status: question.status === 'answered' ? 'answered' : 'open',
      answers: question.answers.map(({ id, text, answeredAt, answeredById }) => ({
        id,
        text,
        answeredAt,
        by: names.staff.get(answeredById) ?? null,
      })),
    }))
}

/** A party sees what it was told itself; the court what everybody was told, with how it arrived. */
export async function noticeViews(
  tx: Tx,
  ctx: UseCaseContext,
  open: OpenCase,
  names: Names,
): Promise<CaseNoticeView[]> {
  const { court, row, people } = open
  const { actor } = ctx
  const isStaff = actor.kind === 'staff'
  const notices = await tx.notice.findMany({
    where: {
      courtId: court.courtId,
      caseId: row.id,
      ...(actor.kind === 'person' ? { personId: actor.personId } : {}),
    },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  const deliveries = isStaff
    ? await tx.delivery.findMany({
        where: { courtId: court.courtId, noticeId: { in: notices.map(({ id }) => id) } },
        orderBy: { channel: 'asc' },
      })
    : []
  const persons = new Map(people.parties.map(({ personId, id }) => [personId, names.party(id)]))
  for (const { personId, name } of people.representations) if (personId) persons.set(personId, name)
  return notices.map((notice) => ({
    id: notice.id,
    title: wordsOf(notice.title),
    body: wordsOf(notice.body),
    at: notice.createdAt,
    readAt: notice.readAt,
    recipient: {
      kind: notice.recipientKind === 'staff' ? 'staff' : 'person',
      name: notice.staffId ? (names.staff.get(notice.staffId) ?? null) : (persons.get(notice.personId) ?? null),
      isMe:
        (actor.kind === 'person' && notice.personId === actor.personId) ||
        (isStaff && notice.staffId === actor.staffId),
    },
    deliveries: deliveries
      .filter(({ noticeId }) => noticeId === notice.id)
      .map(({ channel, state, failedAt, deliveredAt, sentAt, queuedAt }) => ({
        channel: channel === 'mail' || channel === 'sms' ? channel : 'app',
        state: deliveryState(state),
        at: failedAt ?? deliveredAt ?? sentAt ?? queuedAt,
      })),
  }))
}

function deliveryState(text: string): CaseNoticeView['deliveries'][number]['state'] {
  return text === 'sent' || text === 'delivered' || text === 'failed' || text === 'unknown' ? text : 'queued'
}

export async function consentViews(tx: Tx, { court, row, code, acting }: OpenCase): Promise<ConsentView[]> {
  const where = {
    courtId: court.courtId,
    caseId: row.id,
    ...(acting.ref.kind === 'person' ? { OR: [{ partyId: acting.partyId ?? null }, { personId: acting.ref.id }] } : {}),
  }
  const online = await tx.onlineConsent.findMany({ where, orderBy: { at: 'asc' } })
  const electronic = await tx.eServiceConsent.findMany({ where })
  return [
    ...online.map((one) => ({
      kind: 'online' as const,
      partyId: one.partyId,
      stage: one.stage,
      title: Object.values(code.consents).find(({ stage }) => stage === one.stage)?.title ?? same(one.stage),
      choice: one.choice,
      version: one.noticeVersion,
      noticeHash: one.noticeHash,
      at: one.at,
    })),
    ...electronic.map((one) => ({
      kind: 'electronic-service' as const,
      partyId: one.partyId,
      channel: one.channel,
      version: one.noticeVersion,
      noticeHash: one.noticeHash,
      consentedAt: one.consentedAt,
      withdrawnAt: one.withdrawnAt,
    })),
  ]
}

/** Facts and reasons as they were filed. */
export async function groundsOf(tx: Tx, ctx: UseCaseContext, { court, row }: OpenCase): Promise<string | null> {
  const place = { courtId: court.courtId, caseId: row.id, keys: ['grounds'] }
  const value = (await readCommitted(tx, ctx, place)).get('grounds')?.value
  return typeof value === 'string' ? value : null
}
