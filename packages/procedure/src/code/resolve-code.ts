import type { z } from 'zod'
import { canonicalHash } from './canonical-hash.ts'
import { courtLevel } from './court-level.ts'
import type { Finding } from './finding.ts'
import { floorBreach, floorFor } from './floor.ts'
import { locate, rulesOf } from './pack.ts'
import type { Pack } from './pack.ts'
import { isForCourt, orderPacks } from './packs-for.ts'
import type { ResolvedCode } from './resolved-code.ts'
import { findRulePath, pathText, valueAt, withValueAt } from './rule-path.ts'
import { sectionNames, sectionSchemas } from './schema/pack.ts'
import type { SectionName, Sections, SetItem } from './schema/pack.ts'
import { referenceText } from './schema/reference.ts'
import type { Reference } from './schema/reference.ts'
import type { Floor } from './schema/rule.ts'
import { isPlainDate } from './schema/words.ts'

export type ResolvedOrNot = { ok: true; code: ResolvedCode } | { ok: false; findings: Finding[] }

export type ResolveOptions = {
  /** The packs assigned to the court; their order is national → superior → court, whatever order they come in. */
  packs: readonly Pack[]
  court: string
  /** The day on which something happens. */
  on: string
  /** The day the case was filed; without it the case is filed on `on`. Decides for rules that reach only cases filed after them. */
  filedOn?: string
}

type AnyRule = { reference?: Reference | Reference[]; from?: unknown; to?: unknown; transition?: string; floor?: Floor }
type Draft = {
  sections: Sections
  owners: Map<string, Pack>
  changes: ResolvedCode['changes']
  originals: Record<string, unknown>
  findings: Finding[]
}

/** Merges the layers of a court's code as it is in force on a day. A pack that weakens the floor does not load. */
export function resolveCode(options: ResolveOptions): ResolvedOrNot {
  const packs = orderPacks(options.packs)
  const draft: Draft = { sections: emptySections(), owners: new Map(), changes: {}, originals: {}, findings: [] }
  checkPacks(draft, packs, options)
  const used = packs.filter((pack) => isUsable(pack, pack.header, options))
  for (const pack of used) addRules(draft, pack, options)
  const latest = used.filter(
    (pack) => !used.some((other) => other.header.id === pack.header.id && other.header.from > pack.header.from),
  )
  for (const pack of latest) for (const [path, item] of Object.entries(pack.set)) applySet(draft, pack, path, item)
  if (draft.findings.length > 0) return { ok: false, findings: draft.findings }
  const packsInCode = latest.map(({ header }) => ({
    id: header.id,
    version: header.version,
    layer: header.layer,
    title: header.title,
    ...(header.reference && { reference: header.reference }),
    from: header.from,
    ...(header.to !== undefined && { to: header.to }),
    transition: header.transition,
  }))
  const zone = latest.at(-1)?.header.zone ?? 'Asia/Shanghai'
  const content = {
    ...draft.sections,
    court: options.court,
    level: courtLevel(options.court),
    zone,
    packs: packsInCode,
    changes: draft.changes,
    originals: draft.originals,
    owners: Object.fromEntries([...draft.owners].map(([rule, pack]) => [rule, pack.header.id])),
  }
  const plain = JSON.parse(JSON.stringify(content)) as Omit<ResolvedCode, 'hash'>
  return { ok: true, code: { ...plain, hash: canonicalHash(plain) } }
}

function emptySections(): Sections {
  return Object.fromEntries(sectionNames.map((name) => [name, {}])) as Sections
}

function checkPacks(draft: Draft, packs: readonly Pack[], options: ResolveOptions): void {
  const ids = new Set(packs.map((pack) => pack.header.id))
  for (const pack of packs) {
    const report = (code: string, message: string, fix: string) =>
      draft.findings.push({
        code,
        severity: 'error',
        rule: 'pack',
        ...locate(pack, 'pack', [code === 'wrong-court' ? 'courts' : 'extends']),
        message,
        fix,
      })
    for (const parent of pack.header.extends) {
      if (!ids.has(parent))
        report(
          'missing-pack',
          `pack ${pack.header.id} stands on ${parent}, which is not assigned`,
          `assign ${parent} as well`,
        )
    }
    if (!isForCourt(pack, options.court))
      report(
        'wrong-court',
        `pack ${pack.header.id} is not meant for ${options.court}`,
        'take it off the court, or name the court under courts',
      )
  }
}

/** Rules that reach only cases filed after them are asked with the day of filing, all others with the day itself. */
function isUsable(
  pack: Pack,
  rule: { from?: unknown; to?: unknown; transition?: string | undefined },
  options: ResolveOptions,
): boolean {
  const transition = rule.transition ?? pack.header.transition
  const day = transition === 'filed-after' ? (options.filedOn ?? options.on) : options.on
  // Actions say with `from` and `to` in which states they are possible; only dates say when a rule is in force.
  const from = isPlainDate(rule.from) ? rule.from : pack.header.from
  const to = isPlainDate(rule.to) ? rule.to : pack.header.to
  return from <= day && (to === undefined || day <= to)
}

function addRules(draft: Draft, pack: Pack, options: ResolveOptions): void {
  for (const section of sectionNames) {
    for (const [id, rule] of rulesOf(pack, section)) {
      if (!isUsable(pack, rule as AnyRule, options)) continue
      const name = `${section}.${id}`
      const owner = draft.owners.get(name)
      if (owner !== undefined && owner.header.id !== pack.header.id) {
        draft.findings.push({
          code: 'redeclared-rule',
          severity: 'error',
          rule: name,
          ...locate(pack, name),
          message: `${name} is declared by ${owner.header.id}; ${pack.header.id} may not declare it again`,
          fix: `change its values under set: ${id}.<path>`,
        })
        continue
      }
      draft.owners.set(name, pack)
      ;(draft.sections[section] as Record<string, unknown>)[id] = rule
    }
  }
}

function applySet(draft: Draft, pack: Pack, text: string, item: SetItem): void {
  const report = (code: string, rule: string, message: string, fix: string) =>
    draft.findings.push({ code, severity: 'error', rule, ...locate(pack, `set.${text}`), message, fix })
  const found = findRulePath(draft.sections, text)
  if (!found.ok) return void report('unknown-rule', `set.${text}`, `set ${text}: ${found.message}`, found.fix)
  const { section, id, inner } = found.path
  const name = `${section}.${id}`
  const rule = (draft.sections[section] as Record<string, AnyRule>)[id]
  if (rule === undefined || inner.length === 0)
    return void report('unknown-rule', name, `set ${text}: name the value inside the rule`, `${text}.<path>`)
  const above = valueAt(rule, inner)
  const floor = floorFor(rule.floor, inner)
  const source = referenceText(rule.reference) || draft.owners.get(name)?.header.title.zh || ''
  if (floor === undefined) {
    const open = Object.keys(rule.floor ?? {}).join(', ')
    return void report(
      'undeclared-override',
      name,
      `${text} may not be changed by ${pack.header.id}: ${source} gives ${JSON.stringify(above)}, and the rule does not open it`,
      open === '' ? 'remove the line' : `open in this rule: ${open}`,
    )
  }
  const breach = floorBreach({ floor, layer: pack.header.layer, above, value: item.value })
  if (breach !== undefined) {
    return void report(
      'floor',
      name,
      `${text}: ${breach.why}: ${source} gives ${JSON.stringify(above)}, ${pack.header.id} sets ${JSON.stringify(item.value)}`,
      breach.fix,
    )
  }
  const changed = withValueAt(rule, inner, item.value)
  const parsed = (sectionSchemas[section] as z.ZodType).safeParse({ [id]: changed })
  if (!parsed.success) {
    return void report('schema', name, `${text}: ${parsed.error.issues[0]?.message ?? 'not allowed here'}`, '')
  }
  remember(draft, found.path, pack, item, above)
  setRule(draft, section, id, (parsed.data as Record<string, unknown>)[id])
}

function setRule(draft: Draft, section: SectionName, id: string, rule: unknown): void {
  ;(draft.sections[section] as Record<string, unknown>)[id] = rule
}

function remember(draft: Draft, path: Parameters<typeof pathText>[0], pack: Pack, item: SetItem, above: unknown): void {
  const key = pathText(path)
  const change = {
    pack: pack.header.id,
    layer: pack.header.layer,
    value: item.value,
    ...(item.reference && { reference: item.reference }),
  }
  if (draft.changes[key] === undefined) draft.originals[key] = above
  draft.changes[key] = [...(draft.changes[key] ?? []), change]
}
