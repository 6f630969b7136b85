import { note } from './counting.ts'
import type { Counting } from './counting.ts'
import { instantText, localTimeOf } from './instant-text.ts'
import type { Trigger } from './model.ts'
import { inRange } from './out-of-range.ts'

/** What a period starts from: a day, and where it has them the time of day, the instant and its text. */
export type Event = {
  readonly day: number
  readonly timeMs?: number
  readonly ms?: number
  readonly at?: string
  /** The end of a period before this one. */
  readonly isHandedOn?: true
}

/** A date, or an instant as the clocks of the calendar's zone show it. */
export function readEvent(trigger: Exclude<Trigger, { kind: 'period' }>, { zone }: Counting): Event {
  if (trigger.kind === 'date') return { day: trigger.day }
  const local = localTimeOf(zone, trigger.ms)
  inRange(local.day, 'trigger')
  return { ...local, ms: trigger.ms, at: instantText(local, trigger.ms) }
}

export function noteStart(event: Event, path: string, counting: Counting): void {
  const { at, isHandedOn } = event
  const kind = isHandedOn ? (at === undefined ? 'period' : 'period-end') : at === undefined ? 'date' : 'instant'
  note(counting, path, 'start', event.day, `start.${kind}`, () => (at === undefined ? {} : { at }))
}
