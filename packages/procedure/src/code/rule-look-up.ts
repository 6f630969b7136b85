import type { Pack } from './pack.ts'
import { changeDays, packsFor } from './packs-for.ts'
import { resolveCode } from './resolve-code.ts'
import { paramsOn } from './resolved-code.ts'
import type { ResolvedCode } from './resolved-code.ts'
import { findRulePath } from './rule-path.ts'
import type { PeriodRule } from './schema/period-rule.ts'

/** The codes of courts as packs say them, each resolved once between two days on which it changes. */
export function courtCodes(packs: readonly Pack[]): (court: string, on?: string) => ResolvedCode | undefined {
  const codes = new Map<string, ResolvedCode | undefined>()
  const courts = new Map<string, { packs: Pack[]; changes: string[] }>()
  const packsOf = (court: string) => {
    let own = courts.get(court)
    if (own === undefined) {
      const found = isCourtCode(court) ? packsFor({ packs, court }) : []
      courts.set(court, (own = { packs: found, changes: changeDays(found) }))
    }
    return own
  }
  return (court, on) => {
    const own = packsOf(court)
    const day = on ?? newestDay(own.packs)
    const key = `${court} ${own.changes.filter((change) => change <= day).length}`
    if (!codes.has(key)) {
      const resolved = own.packs.length === 0 ? undefined : resolveCode({ packs: own.packs, court, on: day })
      codes.set(key, resolved?.ok ? resolved.code : undefined)
    }
    return codes.get(key)
  }
}

/**
 * `rule.ref` of `court-code period`: the counting rule that a court's code has under an id on a day, in the words of that command;
 * undefined when there is none. A count that a court fixes in each case reads as the one that holds when it says nothing.
 */
export function ruleLookUp(packs: readonly Pack[]): (ref: string, court: string, on: string | undefined) => unknown {
  const codeOf = courtCodes(packs)
  return (ref, court, on) => {
    const code = codeOf(court, on)
    if (code === undefined) return undefined
    const found = findRulePath(code, ref.includes('.') ? ref : `periods.${ref}`)
    if (!found.ok || found.path.section !== 'periods') return undefined
    const period = code.periods[found.path.id]
    return period === undefined ? undefined : counted(period.rule, code, on ?? newestDay([]))
  }
}

/** 最高法, 浙, 浙02, 浙0212 */
function isCourtCode(text: string): boolean {
  return /^\p{Script=Han}{1,3}(\d{2}){0,2}$/u.test(text)
}

function counted(rule: PeriodRule, code: ResolvedCode, on: string): unknown {
  const { count } = rule
  if (count === undefined || typeof count === 'number') return rule
  const value = 'parameter' in count ? paramsOn(code, on)[count.parameter] : (count.default ?? count.min ?? count.max)
  return value === undefined ? undefined : { ...rule, count: value }
}

/** The last day on which something in these packs came into force: what holds when no day is named. */
function newestDay(packs: readonly Pack[]): string {
  return (
    packs
      .map((pack) => pack.header.from)
      .sort()
      .at(-1) ?? '2026-01-01'
  )
}
