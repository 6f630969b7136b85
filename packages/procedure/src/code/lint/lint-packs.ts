import type { Finding } from '../finding.ts'
import { rulesOf } from '../pack.ts'
import type { Pack } from '../pack.ts'
import { locate } from '../pack.ts'
import { packsByIds } from '../packs-for.ts'
import { parsePacks } from '../parse-pack.ts'
import { resolveCode } from '../resolve-code.ts'
import type { SectionName } from '../schema/pack.ts'
import { isPlainDate } from '../schema/words.ts'
import { checkClocks } from './check-clocks.ts'
import { checkExamples } from './check-examples.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkReferences } from './check-references.ts'
import { checkReserved } from './check-reserved.ts'
import { checkShape } from './check-shape.ts'
import { checkStates } from './check-states.ts'
import { checkStories } from './check-stories.ts'
import type { Shown } from './check-stories.ts'
import { checkWords } from './check-words.ts'
import type { LintSubject } from './lint-subject.ts'

/**
 * Everything that is wrong with the packs in these files, in the order of the files. Packs are checked merged, as courts use
 * them: a reference that some court's code resolves is fine. `isOurs` limits the findings to some of the files.
 */
export function lintPacks(
  files: ReadonlyMap<string, string>,
  isOurs: (file: string) => boolean = () => true,
): Finding[] {
  const { packs, findings: unread, strays } = parsePacks(files)
  const findings = [...unread, ...strays.map(stray)]
  // A pack that cannot be read would only make every other look wrong.
  const all = unread.length > 0 ? findings : [...findings, ...lintMerged(packs, isOurs)]
  return unique(all.filter((one) => isOurs(one.file))).sort(byPlace)
}

function stray(file: string): Finding {
  return {
    code: 'no-pack',
    severity: 'error',
    rule: 'pack',
    file,
    line: 1,
    column: 1,
    message: 'this file is no pack and belongs to none: it has no id and layer, and there is no pack.yaml beside it',
    fix: 'begin it with id, version, layer, title and from; a story stands in examples/ of its pack',
  }
}

function lintMerged(packs: readonly Pack[], isOurs: (file: string) => boolean): Finding[] {
  const findings: Finding[] = []
  const perOwner = new Map<string, Finding[][]>()
  for (const leaf of leavesOf(packs)) {
    const merged = merge(packs, leaf)
    if (Array.isArray(merged)) {
      findings.push(...merged)
      continue
    }
    const found = [
      checkExpressions,
      checkReferences,
      checkShape,
      checkStates,
      checkClocks,
      checkWords,
      checkReserved,
    ].flatMap((check) => check(merged))
    for (const pack of merged.packs.values()) {
      const own = found.filter((one) => merged.code.owners[one.rule] === pack.header.id)
      perOwner.set(pack.header.id, [...(perOwner.get(pack.header.id) ?? []), own])
    }
  }
  for (const runs of perOwner.values()) findings.push(...inAll(runs))
  const broken = new Set(findings.filter((one) => one.severity === 'error').map((one) => one.file))
  const isFine = (pack: Pack) =>
    !packsByIds({ packs, ids: [pack.header.id] }).some((one) => fileOf(one).some((file) => broken.has(file)))
  const shown: Shown = new Map()
  const isAsked = (pack: Pack) => fileOf(pack).some(isOurs)
  // What a pack declares may be shown by the stories of those that stand on it; other stories say nothing about it.
  const isNear = (pack: Pack) => packsByIds({ packs, ids: [pack.header.id] }).some(isAsked)
  for (const pack of packs.filter((one) => isNear(one) && isFine(one))) {
    if (isAsked(pack)) findings.push(...examplesOf(packs, pack))
    findings.push(...checkStories(pack, packs, shown))
  }
  if (broken.size === 0) for (const pack of packs.filter(isAsked)) findings.push(...notShown(pack, shown))
  return findings
}

/** The worked examples of a pack hold under its own layer and those above it; what courts below change is theirs to show. */
function examplesOf(packs: readonly Pack[], pack: Pack): Finding[] {
  const merged = merge(packs, pack)
  if (Array.isArray(merged)) return []
  return checkExamples(merged).filter((one) => merged.code.owners[one.rule] === pack.header.id)
}

/** Packs on which no other stands: with everything they stand on they are what a court uses. */
function leavesOf(packs: readonly Pack[]): Pack[] {
  const below = new Set(packs.flatMap((pack) => pack.header.extends))
  return packs.filter((pack) => !below.has(pack.header.id))
}

function merge(packs: readonly Pack[], leaf: Pack): LintSubject | Finding[] {
  const closure = packsByIds({ packs, ids: [leaf.header.id] })
  const court = courtOf(leaf)
  const on = latestDay(closure)
  const resolved = resolveCode({ packs: closure, court, on })
  if (!resolved.ok) return resolved.findings
  const used = new Map(closure.map((pack) => [pack.header.id, pack]))
  return { code: resolved.code, packs: used }
}

/** A court for which the pack is meant: the first it names; for a prefix the court that has it as its code. */
function courtOf(pack: Pack): string {
  const [first] = pack.header.courts ?? []
  return first === undefined ? '京0101' : first.replace(/\*$/, '')
}

/** The day on which every rule that is in the files is in force. */
function latestDay(packs: readonly Pack[]): string {
  const days = packs.flatMap((pack) => [
    pack.header.from,
    ...(Object.keys(pack.sections) as SectionName[]).flatMap((section) =>
      rulesOf(pack, section).flatMap(([, rule]) => ('from' in rule && isPlainDate(rule.from) ? [rule.from] : [])),
    ),
  ])
  return days.sort().at(-1) ?? '2026-01-01'
}

/** What every court's code has wrong; a reference that one of them resolves is fine. */
function inAll(runs: readonly Finding[][]): Finding[] {
  const [first = [], ...others] = runs.map(unique)
  const keys = others.map((run) => new Set(run.map((one) => JSON.stringify(one))))
  return first.filter((one) => keys.every((set) => set.has(JSON.stringify(one))))
}

const needStory: readonly SectionName[] = [
  'actions', 'entries', 'states', 'forms', 'tasks', 'documents', 'notices', 'reasons', 'numbering', 'draws',
] // prettier-ignore

/** What occurs in no story has no worked example. */
function notShown(pack: Pack, shown: Shown): Finding[] {
  return needStory.flatMap((section) =>
    rulesOf(pack, section).flatMap(([id, rule]): Finding[] => {
      const isInitial = section === 'states' && 'initial' in rule && rule.initial === true
      // What the room of a hearing opens and closes is no matter of entries.
      const isLive = section === 'tasks' && 'isLive' in rule && rule.isLive === true
      if (isInitial || isLive || shown.get(section)?.has(id)) return []
      return [
        {
          code: 'no-example',
          severity: section === 'actions' ? 'error' : 'warning',
          rule: `${section}.${id}`,
          ...locate(pack, `${section}.${id}`),
          message: 'it occurs in no story under examples/',
          fix: 'write a story in which it happens',
        },
      ]
    }),
  )
}

function fileOf(pack: Pack): string[] {
  return Object.keys(pack.files)
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()]
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
