import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

export type KeptFile = { path: string; sha256: string; sizeBytes: number }

/**
 * Copies what is missing from one tree of content-addressed files (`<court>/ab/cd/<sha256>`) to another. A file never changes, so one that is
 * there is there; each is hashed on its way, and one that is not what its name says is named and not copied over a good one.
 */
export async function keepFiles({
  from,
  to,
}: {
  from: string
  to: string
}): Promise<{ kept: KeptFile[]; damaged: string[]; copied: number }> {
  const kept: KeptFile[] = []
  const damaged: string[] = []
  let copied = 0
  for (const path of await filesIn(from)) {
    const sha256 = path.split('/').at(-1) ?? ''
    const target = join(to, path)
    const known = await stat(target).catch(() => null)
    if (!known) {
      if (!(await isIntact(join(from, path), sha256))) {
        damaged.push(path)
        continue
      }
      await mkdir(dirname(target), { recursive: true })
      await copyFile(join(from, path), `${target}.part`)
      await flush(`${target}.part`)
      await rename(`${target}.part`, target)
      copied += 1
    }
    kept.push({ path, sha256, sizeBytes: known?.size ?? (await stat(target)).size })
  }
  return { kept, damaged, copied }
}

/** Reads every file again and gives those that are gone or changed. */
export async function checkFiles(folder: string, files: readonly KeptFile[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { path, sha256 } of files) if (!(await isIntact(join(folder, path), sha256))) wrong.push(path)
  return wrong
}

/** One line per file, sorted: the same files give the same text. */
export const manifestOf = (files: readonly KeptFile[]): string =>
  [...files]
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .map(({ path, sha256, sizeBytes }) => `${sha256} ${sizeBytes} ${path}\n`)
    .join('')

export const readManifest = (text: string): KeptFile[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [sha256 = '', size = '', path = ''] = line.split(' ')
      return { sha256, sizeBytes: Number(size), path }
    })

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

async function isIntact(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch {
    return false
  }
  return hash.digest('hex') === sha256
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}
