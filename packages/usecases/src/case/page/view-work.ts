import { rolesInCase } from '@court/procedure/docket/acting'
import type { UseCaseContext } from '../../context.ts'
import { openCommitted } from '../../filing/committed-values.ts'
import { wordsOf } from '../../words-of.ts'
import type { OpenCase } from '../open-case.ts'
import type { CaseFile } from './ask-case.ts'
import type { CaseNoticeView, ConsentView, FeeNoticeView, QuestionView, TaskView } from './case-page-types.ts'
import { roleView, same } from './role-view.ts'

type Names = {
  party: (id: string | undefined | null) => string | null
  staff: ReadonlyMap<string, string>
}

export function taskViews({ tasks }: Pick<CaseFile, 'tasks'>, open: OpenCase): TaskView[] {
  const { code, state, acting } = open
  const mine = rolesInCase(acting, state, code)
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

export function feeViews(
  { fees, payments }: Pick<CaseFile, 'fees' | 'payments'>,
  { state }: OpenCase,
): FeeNoticeView[] {
  const paymentsOf = Map.groupBy(payments, ({ feeNoticeId }) => feeNoticeId)
  // A payment whose entry was corrected is no payment.
  const vouchers = new Set(state.entries.map(({ data }) => data['voucher']))
  return fees.map((notice) => ({
    id: notice.id,
    number: notice.number,
    kind: notice.kind,
    amountFen: Number(notice.amountFen),
    arithmetic: arithmeticOf(notice.arithmetic),
    due: notice.due,
    status: feeStatus(notice.status),
    issuedAt: notice.issuedAt,
    payments: (paymentsOf.get(notice.id) ?? [])
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

export function questionViews(
  { questions, answers }: Pick<CaseFile, 'questions' | 'answers'>,
  ctx: UseCaseContext,
  open: OpenCase,
  names: Names,
): QuestionView[] {
  const { acting, visible } = open
  const readable = new Set(visible.map(({ seq }) => seq))
  const answersOf = Map.groupBy(answers, ({ questionId }) => questionId)
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
      answers: (answersOf.get(question.id) ?? []).map(({ id, text, answeredAt, answeredById }) => ({
        id,
        text,
        answeredAt,
        by: names.staff.get(answeredById) ?? null,
      })),
    }))
}

/** A party sees what it was told itself; the court what everybody was told, with how it arrived. */
export function noticeViews(
  { notices, deliveries }: Pick<CaseFile, 'notices' | 'deliveries'>,
  ctx: UseCaseContext,
  open: OpenCase,
  names: Names,
): CaseNoticeView[] {
  const { people } = open
  const { actor } = ctx
  const isStaff = actor.kind === 'staff'
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

export function consentViews(
  { onlineConsents, eServiceConsents }: Pick<CaseFile, 'onlineConsents' | 'eServiceConsents'>,
  { code, acting }: OpenCase,
): ConsentView[] {
  const isShown = ({ partyId, personId }: { partyId: string | null; personId: string | null }) =>
    acting.ref.kind !== 'person' || partyId === (acting.partyId ?? null) || personId === acting.ref.id
  return [
    ...onlineConsents.filter(isShown).map((one) => ({
      kind: 'online' as const,
      partyId: one.partyId,
      stage: one.stage,
      title: Object.values(code.consents).find(({ stage }) => stage === one.stage)?.title ?? same(one.stage),
      choice: one.choice,
      version: one.noticeVersion,
      noticeHash: one.noticeHash,
      at: one.at,
    })),
    ...eServiceConsents.filter(isShown).map((one) => ({
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
export function groundsOf({ grounds: [row] }: Pick<CaseFile, 'grounds'>, ctx: UseCaseContext): string | null {
  const value = row && openCommitted(ctx, row.valueCipher)
  return typeof value === 'string' ? value : null
}
