import type { SerialGroup } from './format-case-number.ts'

const RANGE_MAX = 1_000
const SERIALS_MAX = 100_000
const SERIAL_DIGITS_MAX = 15

type Parsed = { ok: true; groups: SerialGroup[]; serials: number[] } | { ok: false; code: string; message: string }

/** `552、553` or `2011-2013`: joined by 、, ranges by -, nothing else; each serial once. */
export function parseSerials(text: string): Parsed {
  const groups: SerialGroup[] = []
  const serials = new Set<number>()
  for (const piece of text.split('、')) {
    const ends = piece.split('-')
    const bad = ends.find((end) => !/^[1-9]\d*$/.test(end) || end.length > SERIAL_DIGITS_MAX)
    if (bad !== undefined || ends.length > 2) return refuse('bad-serial', describe(bad, piece))
    const from = Number(ends[0])
    const to = Number(ends[1] ?? ends[0])
    if (ends.length === 2) {
      if (to < from) return refuse('backward-range', `The range ${piece} runs backward`)
      if (to === from) return refuse('bad-range', `The range ${piece} covers one number only`)
      if (to - from + 1 > RANGE_MAX)
        return refuse('range-too-long', `The range ${piece} covers more than ${RANGE_MAX} numbers`)
    }
    if (serials.size + to - from >= SERIALS_MAX) return refuse('too-many-serials', `More than ${SERIALS_MAX} numbers`)
    groups.push(ends.length === 2 ? { from, to } : from)
    for (let serial = from; serial <= to; serial++) {
      if (serials.has(serial)) return refuse('repeated-serial', `The serial ${serial} stands twice`)
      serials.add(serial)
    }
  }
  return { ok: true, groups, serials: [...serials] }
}

function describe(bad: string | undefined, piece: string): string {
  if (bad === undefined) return `${piece} is not a range`
  if (bad === '') return 'A serial is missing'
  if (bad.startsWith('0')) return `The serial ${bad} begins with a zero; serials begin at 1 and are not padded`
  return `${bad} is not a serial`
}

function refuse(code: string, message: string): Parsed {
  return { ok: false, code, message }
}
