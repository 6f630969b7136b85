import type { Words } from '../code/schema/words.ts'
import type { ClockView } from './clocks.ts'

export type ClockChange = {
  key: string
  title: Words
  kind: 'starts' | 'moves' | 'clears' | 'stops' | 'goes-on' | 'falls-away'
  from?: string
  to?: string
  because?: Words
}

/** What a decision would do to the clocks: shown before it is saved. */
export function clockChanges(before: readonly ClockView[], after: readonly ClockView[]): ClockChange[] {
  const earlier = new Map(before.map((clock) => [clock.key, clock]))
  const later = new Set(after.map((clock) => clock.key))
  const gone = before.filter((clock) => !later.has(clock.key))
  return [
    ...after.flatMap((clock) => changeOf(earlier.get(clock.key), clock)),
    ...gone.map((clock) => ({ key: clock.key, title: clock.title, kind: 'falls-away' as const, from: clock.due })),
  ]
}

function changeOf(was: ClockView | undefined, is: ClockView): ClockChange[] {
  const because = is.history.at(-1)?.because
  const head = { key: is.key, title: is.title, ...(because && { because }) }
  const wasOver = was === undefined || (was.status === 'cleared' && is.status !== 'cleared')
  if (wasOver && is.status !== 'cleared') return [{ ...head, kind: 'starts', to: is.due }]
  if (was === undefined || was.status === is.status)
    return was !== undefined && was.due !== is.due ? [{ ...head, kind: 'moves', from: was.due, to: is.due }] : []
  if (is.status === 'cleared') return [{ key: is.key, title: is.title, kind: 'clears', from: was.due }]
  if (is.status === 'stopped') return [{ ...head, kind: 'stops', from: was.due }]
  if (was.status === 'stopped') return [{ ...head, kind: 'goes-on', from: was.due, to: is.due }]
  return was.due === is.due ? [] : [{ ...head, kind: 'moves', from: was.due, to: is.due }]
}
