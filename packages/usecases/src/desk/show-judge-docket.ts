import { countJudgeDocket, listJudgeDocket, type JudgeDocketRow } from '@court/db/reads/judge-docket'
import { plusDays } from '@court/procedure/docket/legal-time'
import { authoriseStaff } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { askDesk } from './ask-desk.ts'
import type { JudgeCase, JudgeDocket, JudgeDocketInput } from './desk-types.ts'
import { daysBetween } from './due-state.ts'
import { nextOf } from './list-inbox.ts'

/** The judge's own cases with the trial limit of each, nearest first. */
export async function showJudgeDocket(ctx: UseCaseContext, input: JudgeDocketInput): Promise<Result<JudgeDocket>> {
  const judge = authoriseStaff(ctx, ['judge', 'presiding-judge'])
  if (!judge.ok) return judge
  const { courtId, staffId } = judge.actor
  const whose = { courtId, judgeId: staffId, trialPeriodIds: ['trial-limit'] }
  const from = keysetOf(input.cursor, 'day')
  const asked = await askDesk(ctx, courtId, ({ today }) => ({
    rows: listJudgeDocket({
      ...whose,
      ...boundsOf(input.warning, today),
      withClosed: input.withClosed,
      after: from && { due: from.key === never ? null : from.key, caseId: from.id },
      limit: input.limit + 1,
    }),
    figures: countJudgeDocket({ ...whose, today, in15Days: plusDays(today, 15), in30Days: plusDays(today, 30) }),
  }))
  const [figures] = asked?.answers.figures ?? []
  if (!asked || !figures) return notFound()
  const { today } = asked.court
  const { shown, nextCursor } = pageOf(asked.answers.rows, input.limit, ({ trialDue, caseId }) => ({
    key: trialDue ?? never,
    id: caseId,
  }))
  return accepted({ cases: shown.map((row) => judgeCase(row, today)), nextCursor, today, ...figures })
}

const never = 'never'

function boundsOf(warning: JudgeDocketInput['warning'], today: string) {
  switch (warning) {
    case '':
      return { dueFrom: null, dueTo: null }
    case 'over':
      return { dueFrom: null, dueTo: plusDays(today, -1) }
    case 'within-15':
      return { dueFrom: today, dueTo: plusDays(today, 15) }
    case 'within-30':
      return { dueFrom: plusDays(today, 16), dueTo: plusDays(today, 30) }
  }
}

function judgeCase(row: JudgeDocketRow, today: string): JudgeCase {
  const { caseId, number, title, causeTitle, procedure, stateTitle, acceptedAt, trialDue, trialStatus } = row
  return {
    caseId,
    number,
    title,
    cause: causeTitle,
    procedure,
    stateTitle: wordsOf(stateTitle),
    acceptedAt,
    trialLimit: trialDue === null || trialStatus === null ? null : limitOf(trialDue, trialStatus, today),
    next: nextOf(row),
  }
}

function limitOf(due: string, status: string, today: string): NonNullable<JudgeCase['trialLimit']> {
  const daysLeft = daysBetween(today, due)
  const warning = daysLeft > 30 ? 'none' : daysLeft < 0 ? 'over' : daysLeft <= 15 ? 'within-15' : 'within-30'
  return { due, daysLeft, status, warning }
}
