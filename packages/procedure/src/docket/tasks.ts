import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Task } from '../code/schema/values.ts'
import type { Words } from '../code/schema/words.ts'
import type { CaseState } from './case-state.ts'
import type { ClockView } from './clocks.ts'
import type { Entry } from './entry.ts'
import { localDate } from './legal-time.ts'
import { holds } from './situation.ts'

/** Something someone owes now. */
export type OpenTask = {
  /** taskId, taskId@subject, or taskId@clockKey for a task that an expired clock made. */
  key: string
  taskId: string
  title: Words
  /** Role that has it. */
  to: string
  /** seq of the entry that opened it. */
  openedBy: number
  openedOn: string
  subject?: string
  /** The action that does it. */
  action?: string
  clockKey?: string
  due?: string
  dueAt?: string
  isOverdue: boolean
}

/** What is owed now: tasks that entries opened and none closed, and tasks of clocks that ran out. */
export function tasksOf(state: CaseState, code: ResolvedCode, clocks: readonly ClockView[], now: string): OpenTask[] {
  const today = localDate(now, code.zone)
  const opened = Object.entries(code.tasks).flatMap(([taskId, task]) =>
    openedBy(task, state).flatMap(({ entry, subject }) => {
      if (task.when !== undefined) {
        const place = { entries: task.opens }
        if (!holds({ code, state, today, clocks }, task.when, place, { entry: entry.data, subject })) return []
      }
      return [taskFrom({ taskId, task, entry, subject, clocks })]
    }),
  )
  return [...opened, ...clocks.flatMap((clock) => expiryTask(clock, code))].sort(
    (a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(a.key, b.key),
  )
}

/** Who has it open: once for the case, or once for each party when the opening entries name parties. */
function openedBy(task: Task, state: CaseState): { entry: Entry; subject?: string }[] {
  const open = new Map<string, Entry>()
  for (const entry of state.entries) {
    const subject = entry.subject ?? ''
    if (task.closes.includes(entry.type)) {
      open.delete(subject)
      if (subject === '') open.clear()
      else open.delete('')
    }
    if (entry.seq === state.enteredBy && state.isTerminal) open.clear()
    if (task.opens.includes(entry.type) && !open.has(subject)) open.set(subject, entry)
  }
  return [...open].map(([subject, entry]) => (subject === '' ? { entry } : { entry, subject }))
}

function taskFrom(options: {
  taskId: string
  task: Task
  entry: Entry
  subject: string | undefined
  clocks: readonly ClockView[]
}): OpenTask {
  const { taskId, task, entry, subject, clocks } = options
  const clock = clocks.find(
    (one) =>
      one.periodId === task.period && one.status !== 'cleared' && (!one.subject || !subject || one.subject === subject),
  )
  return {
    key: subject === undefined ? taskId : `${taskId}@${subject}`,
    taskId,
    title: task.title,
    to: task.to,
    openedBy: entry.seq,
    openedOn: entry.on,
    ...(subject !== undefined && { subject }),
    ...(task.action !== undefined && { action: task.action }),
    ...(clock && { clockKey: clock.key, due: clock.due, dueAt: clock.dueAt }),
    isOverdue: clock?.status === 'expired',
  }
}

function expiryTask(clock: ClockView, code: ResolvedCode): OpenTask[] {
  const expiry = code.periods[clock.periodId]?.onExpiry
  if (clock.status !== 'expired' || expiry?.task === undefined) return []
  const task = typeof expiry.task === 'string' ? code.tasks[expiry.task] : undefined
  const taskId = typeof expiry.task === 'string' ? expiry.task : `${clock.periodId}-expired`
  const title = task?.title ?? (typeof expiry.task === 'string' ? clock.title : expiry.task)
  return [
    {
      key: `${taskId}@${clock.key}`,
      taskId,
      title,
      to: expiry.to ?? task?.to ?? 'court-clerk',
      openedBy: clock.startedBy,
      openedOn: clock.due,
      ...(clock.subject !== undefined && { subject: clock.subject }),
      ...(task?.action !== undefined && { action: task.action }),
      clockKey: clock.key,
      due: clock.due,
      dueAt: clock.dueAt,
      isOverdue: true,
    },
  ]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
