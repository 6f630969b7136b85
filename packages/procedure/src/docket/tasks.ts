import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Words } from '../code/schema/words.ts'
import type { CaseState } from './case-state.ts'
import type { ClockView } from './clocks.ts'

/** Something someone owes now. */
export type OpenTask = {
  /** taskId, or taskId@subject. */
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

export function tasksOf(state: CaseState, code: ResolvedCode, clocks: readonly ClockView[], now: string): OpenTask[] {
  throw new Error(`not yet: ${state.state} ${code.hash} ${clocks.length} ${now}`)
}
