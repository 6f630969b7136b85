import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { builtInCodes, builtInFolder } from '../code/built-in-codes.node.ts'
import { findingText } from '../code/finding.ts'
import { lintPacks } from '../code/lint/lint-packs.ts'
import { readArguments } from './arguments.ts'
import { UsageError } from './usage.ts'

/** `court-code lint PATH… [--json]`: one line per finding; exit code 1 when one of them is an error. */
export function runLint(args: string[]): number {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
  if (positionals.length === 0) throw new UsageError('lint needs at least one file or folder')
  const { files, asked } = gather(positionals)
  const findings = lintPacks(files, (file) => asked.has(file)).map((finding) => ({
    ...finding,
    file: shown(finding.file),
  }))
  for (const finding of findings) {
    process.stdout.write(`${values['json'] ? JSON.stringify(finding) : findingText(finding)}\n`)
  }
  if (!values['json']) process.stderr.write(`${summary(findings.map((one) => one.severity))}\n`)
  return findings.some((finding) => finding.severity === 'error') ? 1 : 0
}

/** The files asked about, with the packs they stand in, and the built-in packs that they may extend. Keys are absolute paths. */
function gather(paths: readonly string[]): { files: Map<string, string>; asked: Set<string> } {
  const files = new Map<string, string>()
  const asked = new Set<string>()
  for (const path of paths) {
    const absolute = resolve(path)
    if (!existsSync(absolute)) throw new UsageError(`${path} does not exist`)
    for (const file of yamlUnder(absolute)) asked.add(file)
    for (const file of yamlUnder(packFolder(absolute) ?? absolute)) files.set(file, readFileSync(file, 'utf8'))
  }
  if (asked.size === 0) throw new UsageError(`there is no YAML file in ${paths.join(', ')}`)
  const own = packIds([...files.values()])
  const base = builtInFolder()
  const isInside = [...asked].some((file) => file.startsWith(base + sep))
  for (const [path, text] of builtInCodes()) {
    const absolute = join(base, ...path.split('/'))
    const isReplaced = !isInside && own.some((id) => belongsTo(path, text, id))
    if (!files.has(absolute) && !isReplaced) files.set(absolute, text)
  }
  return { files, asked }
}

/** The folder of the pack in which a file stands, when it is a pack of several files. */
function packFolder(path: string): string | undefined {
  let folder = statSync(path).isDirectory() ? path : dirname(path)
  for (let depth = 0; depth < 4; depth += 1) {
    if (existsSync(join(folder, 'pack.yaml'))) return folder
    folder = dirname(folder)
  }
  return undefined
}

function yamlUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.ya?ml$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .sort()
}

function packIds(texts: readonly string[]): string[] {
  return texts.flatMap((text) => /^id:\s*['"]?([^\s'"]+)/m.exec(text)?.[1] ?? [])
}

/** A pack given on the command line stands in for the built-in one of the same id. */
function belongsTo(path: string, text: string, id: string): boolean {
  if (/(^|\/)pack\.ya?ml$/.test(path) || path.startsWith('courts/')) return packIds([text]).includes(id)
  return false
}

function shown(file: string): string {
  const path = relative(process.cwd(), file)
  return path.startsWith('..') ? file : path
}

function summary(severities: readonly string[]): string {
  const errors = severities.filter((one) => one === 'error').length
  return `${errors} errors, ${severities.length - errors} warnings`
}
