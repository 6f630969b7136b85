/** A clock that stands still until it is moved. Begins on Monday 2 March 2026, 9:00 in Beijing. */
export type TestClock = {
  now(): Date
  set(instant: string): void
  advance(step: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
}

export function createClock(start = '2026-03-02T01:00:00.000Z'): TestClock {
  let at = instantOf(start)
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = instantOf(instant)
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}

function instantOf(text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at) || !/(Z|[+-]\d\d:\d\d)$/.test(text)) throw new Error(`not an instant: ${text}`)
  return at
}
