import type { PackHeader, SectionName, Sections, SetItem } from './schema/pack.ts'
import type { Scenario } from './schema/scenario.ts'
import { readYaml } from './yaml-file.ts'
import type { Place, YamlFile } from './yaml-file.ts'

/** One layer of a procedure code, read and checked. It is plain JSON and may be stored as it is. */
export type Pack = {
  header: PackHeader
  sections: Partial<Sections>
  set: Record<string, SetItem>
  scenarios: Record<string, Scenario>
  /** "periods.filing-decision" → file and the path inside it. */
  origins: Record<string, { file: string; path: string[] }>
  files: Record<string, string>
}

const readFiles = new WeakMap<Pack, Map<string, YamlFile>>()

export type PlaceInFile = Place & { file: string }

/** Where a rule, or a value inside it, stands in the files of its pack. */
export function locate(pack: Pack, rule: string, inner: readonly PropertyKey[] = []): PlaceInFile {
  return place(pack, rule, (file, path) => file.placeOf([...path, ...inner]))
}

/** Where a character of a text inside a rule stands. */
export function locateInText(pack: Pack, rule: string, inner: readonly PropertyKey[], index: number): PlaceInFile {
  return place(pack, rule, (file, path) => file.placeInText([...path, ...inner], index))
}

function place(pack: Pack, rule: string, find: (file: YamlFile, path: string[]) => Place): PlaceInFile {
  const origin = pack.origins[rule] ?? pack.origins['pack']
  if (origin === undefined) return { file: '', line: 1, column: 1 }
  let files = readFiles.get(pack)
  if (files === undefined) readFiles.set(pack, (files = new Map()))
  let file = files.get(origin.file)
  if (file === undefined) files.set(origin.file, (file = readYaml(origin.file, pack.files[origin.file] ?? '')))
  return { file: origin.file, ...find(file, origin.path) }
}

export function rulesOf<Name extends SectionName>(pack: Pack, section: Name): [string, Sections[Name][string]][] {
  return Object.entries(pack.sections[section] ?? {}) as [string, Sections[Name][string]][]
}
