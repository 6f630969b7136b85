import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The packs that ship with the product, as path → text, for the command line, the seed and tests.
 * This is the one file of the package that touches the disk; no other file here imports it.
 */
export function builtInCodes(folder = builtInFolder()): Map<string, string> {
  const files = new Map<string, string>()
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || !/\.ya?ml$/.test(item.name)) continue
    const path = join(item.parentPath, item.name)
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'))
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function builtInFolder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'codes')
}
