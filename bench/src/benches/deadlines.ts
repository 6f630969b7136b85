import chineseDays from 'chinese-days'
import { answerPeriod } from '@court/procedure/period/answer-period'
import type { Bench } from '../bench.ts'
import { alternate } from '../measure/alternate.ts'
import { median, medianRatio } from '../measure/statistics.ts'

/** How many court days after which day: the lengths and days a court counts every day. */
type Asked = { from: string; courtDays: number }

const counts = { small: 500, normal: 20_000, full: 100_000 }

/** Both know the notices of the State Council for these years. */
const [firstDay, lastDay] = [Date.UTC(2019, 0, 1), Date.UTC(2025, 11, 31)]

export const deadlines: Bench = {
  name: 'deadlines',
  description: 'periods in court days, each with its proof, on one core; peer: chinese-days findWorkday, without one',
  async run({ rounds, scale, say }) {
    const asked = someAsked(counts[scale])
    const differing = asked.filter((one) => ours(one) !== theirs(one))
    if (differing.length > 0) throw new Error(`the answers differ: ${JSON.stringify(differing.slice(0, 3))}`)
    const perSecond = await alternate(
      { ours: () => Promise.resolve(speed(asked, ours)), peer: () => Promise.resolve(speed(asked, theirs)) },
      { rounds, say },
    )
    const ratioToPeer = medianRatio(perSecond.ours, perSecond.peer)
    return {
      ratioToPeer,
      ratioToLimit: null,
      table: [
        { side: 'ours, with proof', 'periods/s': median(perSecond.ours) },
        { side: 'chinese-days', 'periods/s': median(perSecond.peer) },
      ],
      aims: [{ what: 'periods per second against chinese-days', figure: ratioToPeer, at: 'least', aim: 5 }],
      figures: { periods: asked.length, periodsPerSecond: perSecond },
    }
  },
}

const ours = ({ from, courtDays }: Asked): string =>
  answerPeriod({ rule: { count: courtDays, unit: 'court-day' }, trigger: from, calendar: 'cn' }).due

const theirs = ({ from, courtDays }: Asked): string => chineseDays.findWorkday(courtDays, from)

function speed(asked: readonly Asked[], answer: (one: Asked) => string): number {
  const start = performance.now()
  for (const one of asked) answer(one)
  return (asked.length / (performance.now() - start)) * 1000
}

/** The same in every run: a step that shares no factor with the number of days visits them all. */
function someAsked(count: number): Asked[] {
  const days = (lastDay - firstDay) / 86_400_000 - 100
  return Array.from({ length: count }, (_, index) => ({
    from: new Date(firstDay + ((index * 1009) % days) * 86_400_000).toISOString().slice(0, 10),
    courtDays: 3 + ((index * 7) % 58),
  }))
}
