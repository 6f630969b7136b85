import { formatDate, parseDate } from '../calendar/plain-date.ts'
import { rulesOf } from './pack.ts'
import type { Pack } from './pack.ts'
import { sectionNames } from './schema/pack.ts'
import { isPlainDate } from './schema/words.ts'

const rank = { national: 0, superior: 1, court: 2 } as const

/** Is a pack meant for this court? `courts: [浙*]` covers every court whose code begins with 浙. */
export function isForCourt(pack: Pack, court: string): boolean {
  const { courts } = pack.header
  if (courts === undefined) return true
  return courts.some((one) => (one.endsWith('*') ? court.startsWith(one.slice(0, -1)) : one === court))
}

/** National before superior before court; within a layer a pack comes after those it stands on, and a province before its city. */
export function orderPacks(packs: readonly Pack[]): Pack[] {
  const byId = new Map<string, Pack[]>()
  for (const pack of packs) byId.set(pack.header.id, [...(byId.get(pack.header.id) ?? []), pack])
  const depths = new Map<string, number>()
  const depth = (id: string, path: readonly string[]): number => {
    const known = depths.get(id)
    if (known !== undefined || path.includes(id)) return known ?? 0
    const parents = (byId.get(id) ?? []).flatMap((pack) => pack.header.extends)
    const found = parents.length === 0 ? 0 : 1 + Math.max(...parents.map((parent) => depth(parent, [...path, id])))
    depths.set(id, found)
    return found
  }
  return [...packs].sort(
    (a, b) =>
      rank[a.header.layer] - rank[b.header.layer] ||
      depth(a.header.id, []) - depth(b.header.id, []) ||
      breadth(a) - breadth(b) ||
      compare(a.header.id, b.header.id) ||
      compare(a.header.from, b.header.from),
  )
}

/**
 * The packs of a court: its own pack and everything that it stands on, in layer order.
 * A court without a pack of its own gets every national pack and every superior pack that names it.
 */
export function packsFor(options: { packs: readonly Pack[]; court: string }): Pack[] {
  const own = options.packs.filter((pack) => pack.header.layer === 'court' && isForCourt(pack, options.court))
  const roots =
    own.length > 0
      ? own
      : options.packs.filter((pack) => pack.header.layer !== 'court' && isForCourt(pack, options.court))
  return closure(options.packs, roots)
}

/** The named packs and everything they stand on: what "assign these codes to the court" means. */
export function packsByIds(options: { packs: readonly Pack[]; ids: readonly string[] }): Pack[] {
  return closure(
    options.packs,
    options.packs.filter((pack) => options.ids.includes(pack.header.id)),
  )
}

/** The days on which something in these packs comes into force, or has ended the day before: between two of them a code does not change. */
export function changeDays(packs: readonly Pack[]): string[] {
  const days = new Set<string>()
  const add = (rule: { from?: unknown; to?: unknown }): void => {
    if (isPlainDate(rule.from)) days.add(rule.from)
    if (isPlainDate(rule.to)) days.add(formatDate((parseDate(rule.to) ?? 0) + 1))
  }
  for (const pack of packs) {
    add(pack.header)
    for (const section of sectionNames) for (const [, rule] of rulesOf(pack, section)) add(rule as { from?: unknown })
  }
  return [...days].sort()
}

function closure(packs: readonly Pack[], roots: readonly Pack[]): Pack[] {
  const wanted = new Set<string>()
  const add = (id: string): void => {
    if (wanted.has(id)) return
    wanted.add(id)
    for (const pack of packs) if (pack.header.id === id) pack.header.extends.forEach(add)
  }
  for (const pack of roots) add(pack.header.id)
  return orderPacks(packs.filter((pack) => wanted.has(pack.header.id)))
}

/** 浙* is broader than 浙02*: the shorter the code, the more courts. */
function breadth(pack: Pack): number {
  return Math.min(
    Number.MAX_SAFE_INTEGER,
    ...(pack.header.courts ?? ['']).map((court) => court.replace('*', '').length),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
