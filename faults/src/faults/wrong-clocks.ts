import { someSignature } from '@court/testkit/filings'
import { expireClock } from '@court/usecases/clocks/expire-clock'
import { sweepClocks } from '@court/usecases/clocks/sweep-clocks'
import { submitFiling } from '@court/usecases/filing/submit-filing'
import { held, must, type Fault } from '../fault.ts'
import { until } from '../ground/child.ts'
import type { Ground } from '../ground/ground.ts'

const system = { kind: 'system', job: 'sweep-clocks' } as const
const hourMs = 3_600_000

/** Files at an instant and gives the clock of the decision on the filing. */
async function fileAt({ town }: Ground, at: Date) {
  const [draft] = await town.prepareDrafts(1, town.courts[0], at)
  const resident = town.residents.find(({ cookie }) => cookie === draft?.cookie)
  if (!draft || !resident) throw new Error('no draft')
  const filed = await submitFiling(town.as(resident.actor, at), {
    draftId: draft.draftId,
    version: draft.version,
    signature: someSignature,
  })
  if (!filed.ok) throw new Error(`the filing at ${at.toISOString()} was refused: ${JSON.stringify(filed)}`)
  const { courtId, caseId } = filed.value
  return town.all.client.clock.findFirstOrThrow({ where: { courtId, caseId }, orderBy: { dueAt: 'asc' } })
}

export const wrongClocks: Fault = {
  id: 'F16',
  title: 'clocks an hour ahead and behind, the turn of the year, the leap day',
  async run(ground, history) {
    const { town } = ground
    const { client } = town.all
    const clock = await fileAt(ground, new Date())
    const place = { courtId: clock.courtId, caseId: clock.caseId, clockKey: clock.key, at: clock.dueAt.toISOString() }
    const at = (offsetMs: number) => town.as(system, new Date(clock.dueAt.getTime() + offsetMs))
    const owed = () => client.outbox.findMany({ where: { caseId: clock.caseId, kind: 'expire-clock' } })

    await sweepClocks(at(-1000))
    must((await owed()).length === 0, 'the end of a clock was owed before its day')
    // Half an hour before the end: one machine is an hour ahead, one is right, one an hour behind.
    await Promise.all([sweepClocks(at(hourMs / 2)), sweepClocks(at(-hourMs / 2)), sweepClocks(at(-1.5 * hourMs))])
    const early = await expireClock(at(-hourMs / 2), place)
    must(early.ok && early.value === 'too-early', `half an hour early the clock was ${JSON.stringify(early)}`)
    await Promise.all([sweepClocks(at(1000)), sweepClocks(at(hourMs + 1000)), sweepClocks(at(1000 - hourMs))])
    must((await owed()).length === 1, `the end of one clock was owed ${(await owed()).length} times`)
    const ended = await Promise.all([
      expireClock(at(1000), place),
      expireClock(at(hourMs), place),
      expireClock(at(1000), place),
    ])
    const handled = ended.filter((one) => one.ok && one.value === 'handled').length
    must(handled === 1, `one clock ended ${handled} times`)
    // The sweeps of a week from now owed the clocks of every case; no worker of this run lives so long, so it is settled by hand.
    await client.$executeRaw`
      update outbox set done_at = now()
      where done_at is null and kind in ('expire-clock', 'remind-clock') and (payload->>'at')::timestamptz > now()`

    // One second before and at midnight in Beijing: another day, whatever the zone of this machine.
    let checked = 0
    for (const midnight of ['2025-12-31T16:00:00Z', '2024-02-28T16:00:00Z', '2024-02-29T16:00:00Z']) {
      const [before, after] = [
        await fileAt(ground, new Date(Date.parse(midnight) - 1000)),
        await fileAt(ground, new Date(midnight)),
      ]
      must(
        before.due < after.due || before.isProvisional,
        `filed on either side of ${midnight}, due ${before.due} and ${after.due}`,
      )
      for (const { due, dueAt } of [before, after])
        must(dueAt.toISOString() === `${due}T16:00:00.000Z`, `due on ${due}, it ends at ${dueAt.toISOString()}`)
      checked += 2
    }
    // They ended long ago: a worker that was away so long ends each of them once.
    await ground.worker()
    await until(
      'what is overdue has ended',
      async () =>
        (await client.clock.count({
          where: { dueAt: { lt: new Date() }, expiryHandledAt: null, status: { in: ['running', 'expired'] } },
        })) === 0,
      { milliseconds: 60_000 },
    )
    await ground.untilNothingOwed()
    history.operations += 12 + checked
    return held({ 'ended once': 1, 'days checked': checked })
  },
}
