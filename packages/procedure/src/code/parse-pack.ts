import type { z } from 'zod'
import type { Finding } from './finding.ts'
import type { Pack } from './pack.ts'
import { headerSchema, sectionNames, sectionSchemas, setSchema } from './schema/pack.ts'
import type { SectionName, SetItem } from './schema/pack.ts'
import { scenarioSchema } from './schema/scenario.ts'
import { readYaml } from './yaml-file.ts'
import type { YamlFile } from './yaml-file.ts'
import { zodFindings } from './zod-findings.ts'

export type ParsedPack = { ok: true; pack: Pack } | { ok: false; findings: Finding[] }

/**
 * Reads the files of one pack: a folder with `pack.yaml`, `<section>.yaml`, `<section>/<id>.yaml` and
 * `examples/*.yaml`, or a single file that holds head and sections together. Paths are relative to the codes folder.
 */
export function parsePack(files: ReadonlyMap<string, string>): ParsedPack {
  const draft: Draft = { findings: [], header: undefined, sections: {}, set: {}, scenarios: {}, origins: {} }
  const head = headFile(files)
  if (head === undefined) {
    const file = [...files.keys()][0] ?? ''
    return {
      ok: false,
      findings: [
        finding({
          file,
          code: 'no-pack',
          message: 'a pack needs a pack.yaml with its head',
          fix: 'add pack.yaml with id, version, layer, title and from',
        }),
      ],
    }
  }
  const root = head.includes('/') ? head.slice(0, head.lastIndexOf('/') + 1) : ''
  const isFolder = head.endsWith('pack.yaml')
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!/\.ya?ml$/.test(path) || (!isFolder && path !== head)) continue
    const file = readYaml(path, text)
    for (const error of file.errors) {
      draft.findings.push({ ...finding({ file: path, code: 'yaml', message: error.message, fix: '' }), ...error.place })
    }
    if (file.errors.length === 0)
      readInto(
        draft,
        file,
        path === head
          ? []
          : path
              .slice(root.length)
              .replace(/\.ya?ml$/, '')
              .split('/'),
      )
  }
  if (draft.header === undefined || draft.findings.length > 0) return { ok: false, findings: draft.findings }
  return {
    ok: true,
    pack: {
      header: draft.header,
      sections: draft.sections as Pack['sections'],
      set: draft.set,
      scenarios: draft.scenarios,
      origins: draft.origins,
      files: Object.fromEntries(files),
    },
  }
}

/** Splits a whole codes folder into its packs and reads each. `strays` are YAML files that belong to no pack. */
export function parsePacks(files: ReadonlyMap<string, string>): {
  packs: Pack[]
  findings: Finding[]
  strays: string[]
} {
  const packs: Pack[] = []
  const findings: Finding[] = []
  const groups = groupFiles(files)
  const grouped = new Set(groups.flatMap((group) => [...group.keys()]))
  const strays = [...files.keys()].filter((path) => /\.ya?ml$/.test(path) && !grouped.has(path))
  for (const group of groups) {
    const parsed = parsePack(group)
    if (parsed.ok) packs.push(parsed.pack)
    else findings.push(...parsed.findings)
  }
  const seen = new Map<string, string>()
  for (const pack of packs) {
    const key = `${pack.header.id} ${pack.header.version}`
    const file = pack.origins['pack']?.file ?? ''
    if (seen.has(key))
      findings.push(
        finding({
          file,
          code: 'duplicate-pack',
          message: `pack ${key} is also in ${seen.get(key)}`,
          fix: 'give one of them another id or version',
        }),
      )
    seen.set(key, file)
  }
  return { packs, findings, strays }
}

type Draft = {
  findings: Finding[]
  header: Pack['header'] | undefined
  sections: Partial<Record<SectionName, Record<string, unknown>>>
  set: Record<string, SetItem>
  scenarios: Pack['scenarios']
  origins: Pack['origins']
}

function groupFiles(files: ReadonlyMap<string, string>): Map<string, string>[] {
  const roots = [...files.keys()]
    .filter((path) => /(^|\/)pack\.ya?ml$/.test(path))
    .map((path) => path.replace(/pack\.ya?ml$/, ''))
  const groups = new Map<string, Map<string, string>>()
  for (const [path, text] of files) {
    if (!/\.ya?ml$/.test(path)) continue
    const root = roots.filter((one) => path.startsWith(one)).sort((a, b) => b.length - a.length)[0]
    const key = root ?? path
    if (root === undefined && !looksLikePack(text)) continue
    const group = groups.get(key) ?? new Map<string, string>()
    groups.set(key, group.set(path, text))
  }
  return [...groups.values()]
}

function looksLikePack(text: string): boolean {
  return /^(id|layer|extends|set):/m.test(text)
}

function headFile(files: ReadonlyMap<string, string>): string | undefined {
  const paths = [...files.keys()]
  return (
    paths.filter((path) => /(^|\/)pack\.ya?ml$/.test(path)).sort((a, b) => a.length - b.length)[0] ??
    (paths.length === 1 ? paths[0] : undefined)
  )
}

/** `where` is the path inside the pack: [] for the head, [section], [section, id] or ["examples", name]. */
function readInto(draft: Draft, file: YamlFile, where: string[]): void {
  const [section, id] = where
  if (section === undefined) return readHead(draft, file)
  if (section === 'examples' && id !== undefined) return readScenario(draft, file, id)
  if (section === 'set' && id === undefined) return readSet(draft, file, file.value, [])
  if (!isSection(section)) {
    draft.findings.push(
      finding({
        file: file.path,
        code: 'unknown-section',
        message: `"${section}" is not a section of a pack`,
        fix: `one of: ${sectionNames.join(', ')}, examples`,
      }),
    )
    return
  }
  if (id === undefined) readSection(draft, file, section, file.value, [])
  else readRule(draft, file, section, id, file.value, [])
}

function readHead(draft: Draft, file: YamlFile): void {
  const value = asRecord(file.value)
  if (value === undefined) {
    draft.findings.push(
      finding({ file: file.path, code: 'schema', message: 'the head of a pack is a mapping', fix: 'begin with id:' }),
    )
    return
  }
  const head: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (isSection(key)) readSection(draft, file, key, inner, [key])
    else if (key === 'set') readSet(draft, file, inner, [key])
    else head[key] = inner
  }
  draft.origins['pack'] = { file: file.path, path: [] }
  const parsed = headerSchema.safeParse(head)
  if (parsed.success) draft.header = parsed.data
  else draft.findings.push(...zodFindings({ issues: parsed.error.issues, file, rule: 'pack', prefix: [] }))
}

function readSection(draft: Draft, file: YamlFile, section: SectionName, value: unknown, prefix: string[]): void {
  if (value === null || value === undefined) return
  const record = asRecord(value)
  if (record === undefined) {
    draft.findings.push({
      ...finding({ file: file.path, code: 'schema', message: `${section} is a mapping from id to rule`, fix: '' }),
      ...file.placeOf(prefix),
    })
    return
  }
  for (const [id, rule] of Object.entries(record)) readRule(draft, file, section, id, rule, [...prefix, id])
}

function readRule(
  draft: Draft,
  file: YamlFile,
  section: SectionName,
  id: string,
  value: unknown,
  prefix: string[],
): void {
  const rule = `${section}.${id}`
  if (draft.origins[rule] !== undefined) {
    draft.findings.push({
      ...finding({
        file: file.path,
        code: 'duplicate-rule',
        message: `${rule} is also in ${draft.origins[rule].file}`,
        fix: 'keep one of them',
      }),
      rule,
      ...file.placeOf(prefix),
    })
    return
  }
  draft.origins[rule] = { file: file.path, path: prefix }
  const parsed = (sectionSchemas[section] as z.ZodType).safeParse({ [id]: value })
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }))
    draft.findings.push(...zodFindings({ issues, file, rule, prefix }))
    return
  }
  const rules = (draft.sections[section] ??= {})
  rules[id] = (parsed.data as Record<string, unknown>)[id]
}

function readSet(draft: Draft, file: YamlFile, value: unknown, prefix: string[]): void {
  const parsed = setSchema.safeParse(value ?? {})
  draft.origins['set'] = { file: file.path, path: prefix }
  if (!parsed.success) {
    draft.findings.push(...zodFindings({ issues: parsed.error.issues, file, rule: 'set', prefix }))
    return
  }
  for (const [path, item] of Object.entries(parsed.data)) {
    draft.origins[`set.${path}`] = { file: file.path, path: [...prefix, path] }
    const isItem = typeof item === 'object' && item !== null && !Array.isArray(item)
    draft.set[path] = isItem ? { value: item.value, reference: item.reference } : { value: item }
  }
}

function readScenario(draft: Draft, file: YamlFile, name: string): void {
  draft.origins[`examples.${name}`] = { file: file.path, path: [] }
  const parsed = scenarioSchema.safeParse(file.value)
  if (parsed.success) draft.scenarios[name] = parsed.data
  else draft.findings.push(...zodFindings({ issues: parsed.error.issues, file, rule: `examples.${name}`, prefix: [] }))
}

function isSection(name: string): name is SectionName {
  return Object.hasOwn(sectionSchemas, name)
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

function finding(options: { file: string; code: string; message: string; fix: string }): Finding {
  return {
    code: options.code,
    severity: 'error',
    rule: 'pack',
    file: options.file,
    line: 1,
    column: 1,
    message: options.message,
    fix: options.fix,
  }
}
