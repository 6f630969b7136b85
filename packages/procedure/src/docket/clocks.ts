import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Period } from '../code/schema/periods.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import { InputError } from '../calendar/input-error.ts'
import { answerPeriod } from '../period/answer-period.ts'
import type { PeriodAnswer } from '../period/answer-period.ts'
import type { ProofStep } from '../period/proof.ts'
import type { CaseState } from './case-state.ts'
import { ClockError } from './clock-error.ts'
import { clockHistory } from './clock-history.ts'
import type { ClockDate } from './clock-history.ts'
import { requestFor } from './clock-request.ts'
import type { ClockRequest } from './clock-request.ts'
import { runsOf } from './clock-runs.ts'
import type { Run } from './clock-runs.ts'
import type { Entry, JsonObject, JsonValue } from './entry.ts'
import { fold } from './fold.ts'
import { instantAt, localDate, plusDays } from './legal-time.ts'

export type ClockStatus = 'running' | 'cleared' | 'expired' | 'stopped'

/** A period running in a case, computed from the docket. */
export type ClockView = {
  /** periodId, or periodId@subject. */
  key: string
  periodId: string
  subject?: string
  /** `court`, `parties`, or the role that must act. */
  whose: string
  title: Words
  /** seq of the entry that set it going. */
  startedBy: number
  startedOn: string
  /** Last day, YYYY-MM-DD. While stopped: as if it went on today. */
  due: string
  dueAt: string
  /** The calendar of that year is not published yet. */
  provisional: boolean
  status: ClockStatus
  clearedBy?: number
  clearedOn?: string
  /** What was owed was done, or the case ended first. */
  clearedAs?: 'done' | 'case-ended'
  /** Done, but after the due day. */
  isLate: boolean
  stoppedBy?: number
  proof: ProofStep[]
  /** What was asked of `answerPeriod`; `checkProof(request, answer)` checks it independently. */
  request: JsonObject
  references: Reference[]
  /** Every date it ever had, oldest first. */
  history: ClockDate[]
  reminders: { on: string; at: string; who: string; notice: string }[]
  /** Instant of the next reminder, while it runs. */
  remindAt?: string
}

const noCalendars = new Map<string, never>()
const remembered = new WeakMap<readonly Entry[], { key: string; clocks: ClockView[] }>()

/** The clocks of a case, in the order in which they are due. The order in which facts arrived does not matter. */
export function clocksOf(entries: readonly Entry[], code: ResolvedCode, now: string): ClockView[] {
  const key = `${code.hash} ${now} ${entries.length} ${entries.at(-1)?.hash ?? ''}`
  const known = remembered.get(entries)
  if (known?.key === key) return known.clocks
  const history = clockHistory(entries, code, answerFor)
  const state = fold(entries, code)
  const today = localDate(now, code.zone)
  const clocks = Object.entries(code.periods)
    .flatMap(([periodId, period]) =>
      runsOf(periodId, period, { code, state, today }).map((run) =>
        viewOf({ periodId, period, run, code, state, today, now, history: history.get(run.key) ?? [] }),
      ),
    )
    .sort((a, b) => compare(a.dueAt, b.dueAt) || compare(a.key, b.key))
  remembered.set(entries, { key, clocks })
  return clocks
}

type Viewed = {
  periodId: string
  period: Period
  run: Run
  code: ResolvedCode
  state: CaseState
  today: string
  now: string
  history: ClockDate[]
}

function viewOf(options: Viewed): ClockView {
  const { periodId, period, run, code, state, today, now, history } = options
  const asked = requestFor(periodId, period, run, { code, state, today })
  const ended = run.clear ?? (state.isTerminal && !period.outlives ? terminalEntry(state) : undefined)
  const { answer, request, stop } = settle(periodId, asked, ended, today)
  const status = ended
    ? 'cleared'
    : stop
      ? 'stopped'
      : Date.parse(now) >= Date.parse(answer.dueAt)
        ? 'expired'
        : 'running'
  const reminders = (period.reminders ?? []).map((reminder) => {
    const on = plusDays(answer.due, -reminder.before)
    return { on, at: instantAt(on, '09:00', code.zone), who: reminder.who, notice: reminder.notice }
  })
  const remindAt = reminders
    .map(({ at }) => at)
    .filter((at) => Date.parse(at) > Date.parse(now))
    .sort()[0]
  return {
    key: run.key,
    periodId,
    ...(run.subject !== undefined && { subject: run.subject }),
    whose: period.whose,
    title: asked.title,
    startedBy: run.start.entry.seq,
    startedOn: run.start.date,
    due: answer.due,
    dueAt: answer.dueAt,
    provisional: answer.provisional,
    status,
    ...(ended && { clearedBy: ended.seq, clearedOn: ended.on, clearedAs: run.clear ? 'done' : 'case-ended' }),
    isLate: run.clear !== undefined && run.clear.on > answer.due,
    ...(status === 'stopped' && stop && { stoppedBy: stop.seq }),
    proof: answer.proof,
    request,
    references: asked.references,
    history,
    reminders,
    ...(status === 'running' && remindAt !== undefined && { remindAt }),
  }
}

/** A stop that is not over holds the clock only if it came before the clock had run out; its days so far do not count. */
function settle(
  periodId: string,
  asked: ClockRequest,
  ended: Entry | undefined,
  today: string,
): { answer: PeriodAnswer; request: JsonObject; stop?: Entry } {
  const answer = answerFor(periodId, asked.request)
  const stop = asked.openStop
  const lastDay = plusDays(ended?.on ?? today, -1)
  if (stop === undefined || stop.on > answer.due || (ended !== undefined && ended.on < stop.on))
    return { answer, request: asked.request }
  if (lastDay < stop.on) return { answer, request: asked.request, stop }
  const facts: JsonValue[] = Array.isArray(asked.request['facts']) ? asked.request['facts'] : []
  const request = { ...asked.request, facts: [...facts, { kind: 'excluded', from: stop.on, to: lastDay }] }
  return { answer: answerFor(periodId, request), request, stop }
}

function answerFor(periodId: string, request: JsonObject): PeriodAnswer {
  try {
    return answerPeriod(request, noCalendars)
  } catch (error) {
    if (error instanceof InputError) throw new ClockError(periodId, error.message)
    throw error
  }
}

function terminalEntry(state: CaseState): Entry | undefined {
  return state.entries.find((entry) => entry.seq === state.enteredBy)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
