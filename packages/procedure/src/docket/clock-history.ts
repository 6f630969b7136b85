import type { ResolvedCode } from '../code/resolved-code.ts'
import { listOf, triggersOf } from '../code/schema/periods.ts'
import type { Period } from '../code/schema/periods.ts'
import type { Words } from '../code/schema/words.ts'
import { requestFor } from './clock-request.ts'
import { runsOf } from './clock-runs.ts'
import type { Entry, JsonObject } from './entry.ts'
import { fold } from './fold.ts'
import { dateWords, localDate } from './legal-time.ts'

/** A date that a clock had, and the entry that gave it. */
export type ClockDate = { due: string; because: Words; seq: number; at: string }

type Answer = (periodId: string, request: JsonObject) => { due: string }

/**
 * The dates of every clock as the docket grew: a fact that was recorded late gives a new date, and the old one stays here
 * with the reason. What an open stop will add is not known before it is over.
 */
export function clockHistory(entries: readonly Entry[], code: ResolvedCode, answer: Answer): Map<string, ClockDate[]> {
  const history = new Map<string, ClockDate[]>()
  const lastRequests = new Map<string, string>()
  const moving = movingTypes(code)
  const recorded = [...entries].sort((a, b) => a.seq - b.seq)
  for (const [index, entry] of recorded.entries()) {
    if (entry.corrects === undefined && !moving.has(entry.type)) continue
    const state = fold(recorded.slice(0, index + 1), code)
    const today = localDate(entry.at, code.zone)
    for (const [periodId, period] of Object.entries(code.periods)) {
      for (const run of runsOf(periodId, period, { code, state, today })) {
        const { request } = requestFor(periodId, period, run, { code, state, today })
        const text = JSON.stringify(request)
        if (lastRequests.get(run.key) === text) continue
        lastRequests.set(run.key, text)
        const { due } = answer(periodId, request)
        const dates = history.get(run.key) ?? []
        history.set(run.key, dates)
        if (dates.at(-1)?.due === due) continue
        const because = causeOf(period, entry, run.start.entry, recorded, code)
        dates.push({ due, because, seq: entry.seq, at: entry.at })
      }
    }
  }
  return history
}

/** Entry types that can start, move or clear a clock, or change a fact that a length depends on. */
function movingTypes(code: ResolvedCode): Set<string> {
  const types = new Set<string>()
  for (const period of Object.values(code.periods)) {
    for (const trigger of [...triggersOf(period.starts), ...triggersOf(period.restarts), ...triggersOf(period.clears)])
      types.add(trigger.on)
    for (const rule of [...listOf(period.extends), ...listOf(period.excludes)]) types.add(rule.on)
    for (const stop of listOf(period.stops)) [...stop.on, ...stop.until].forEach((type) => types.add(type))
    if (period.transit) types.add(period.transit.on)
  }
  for (const fact of Object.values(code.facts)) Object.keys(fact.from).forEach((type) => types.add(type))
  for (const [type, rule] of Object.entries(code.entries)) if (rule.addsParties || rule.removesParty) types.add(type)
  return types
}

function causeOf(period: Period, entry: Entry, start: Entry, recorded: readonly Entry[], code: ResolvedCode): Words {
  const late = lateWords(entry, code)
  const said = changeWords(period, entry, start, recorded, code)
  return { zh: said.zh + late.zh, en: said.en + late.en }
}

function changeWords(
  period: Period,
  entry: Entry,
  start: Entry,
  recorded: readonly Entry[],
  code: ResolvedCode,
): Words {
  const title = titleOf(entry, code)
  const on = dateWords(entry.on)
  const is = (types: readonly { on: string }[]) => types.some((one) => one.on === entry.type)
  if (entry.corrects !== undefined) {
    const corrected = recorded.find((one) => one.seq === entry.corrects)
    const what = corrected === undefined ? { zh: '', en: '' } : titleOf(corrected, code)
    return { zh: `第${entry.corrects}条“${what.zh}”已更正`, en: `Entry ${entry.corrects}, “${what.en}”, was corrected` }
  }
  if (entry.seq === start.seq)
    return { zh: `自“${title.zh}”（${on.zh}）起算`, en: `Counted from “${title.en}” on ${on.en}` }
  if (is(triggersOf(period.restarts)))
    return { zh: `自“${title.zh}”（${on.zh}）重新计算`, en: `Counted anew from “${title.en}” on ${on.en}` }
  if (is(listOf(period.extends))) return { zh: `“${title.zh}”（${on.zh}）`, en: `“${title.en}” on ${on.en}` }
  if (is(listOf(period.excludes)))
    return { zh: `“${title.zh}”：这些日子不计入`, en: `“${title.en}”: these days do not count` }
  if (listOf(period.stops).some((stop) => stop.until.includes(entry.type) || stop.on.includes(entry.type)))
    return {
      zh: `“${title.zh}”（${on.zh}），停止的日子不计入`,
      en: `“${title.en}” on ${on.en}; the days stopped do not count`,
    }
  return {
    zh: `“${title.zh}”（${on.zh}）改变了计算依据`,
    en: `“${title.en}” on ${on.en} changed what it is counted by`,
  }
}

function lateWords(entry: Entry, code: ResolvedCode): Words {
  const recordedOn = localDate(entry.at, code.zone)
  if (recordedOn <= entry.on) return { zh: '', en: '' }
  const on = dateWords(recordedOn)
  return { zh: `，${on.zh}才登记`, en: `, recorded only on ${on.en}` }
}

function titleOf(entry: Entry, code: ResolvedCode): Words {
  return code.entries[entry.type]?.title ?? { zh: entry.type, en: entry.type }
}
