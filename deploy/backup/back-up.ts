import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { keepFiles, manifestOf, type KeptFile } from './keep-files.ts'
import { takeBase, type BaseBackup } from './take-base.ts'

export type Backup = BaseBackup & {
  folder: string
  beganAt: string
  endedAt: string
  files: number
  fileBytes: number
  copied: number
}

type Wanted = {
  /** A role that may replicate. */
  url: string
  /** The folder of the blobs, `FILES_DIR/blobs`. */
  blobs: string
  /** Where backups live: `<to>/<time>` each, `<to>/files` shared by all, `<to>/wal` filled by the server's archive_command. */
  to: string
}

/**
 * The database first, the files after it: a file is written before the row that names it, so every row of the backup has its file. The
 * folder gets its name when it is whole. Throws when a file is not what its name says; the backup stands all the same, and names it.
 */
export async function backUp({ url, blobs, to }: Wanted): Promise<Backup> {
  const beganAt = new Date().toISOString()
  const name = beganAt.replace(/[:.]/g, '-')
  const unfinished = join(to, `.${name}`)
  await mkdir(unfinished, { recursive: true })
  const base = await writeBase(url, unfinished)
  const { kept, damaged, copied } = await keepFiles({ from: blobs, to: join(to, 'files') })
  await writeFile(join(unfinished, 'files.txt'), manifestOf(kept))
  const summary = {
    ...base,
    beganAt,
    endedAt: new Date().toISOString(),
    files: kept.length,
    fileBytes: bytesOf(kept),
    damaged,
  }
  await writeFile(join(unfinished, 'backup.json'), `${JSON.stringify(summary, null, 2)}\n`)
  await flushFolder(unfinished)
  const folder = join(to, name)
  await rename(unfinished, folder)
  if (damaged.length > 0)
    throw new Error(`${damaged.length} files are damaged, the first ${damaged[0]}; the backup is ${folder}`)
  return { ...summary, folder, copied }
}

async function writeBase(url: string, folder: string): Promise<BaseBackup> {
  const packed = createZstdCompress()
  const tar = createWriteStream(join(folder, 'base.tar.zst'), { flush: true })
  const manifest = createWriteStream(join(folder, 'backup_manifest'), { flush: true })
  packed.pipe(tar)
  const base = await takeBase(url, { archive: packed, manifest })
  packed.end()
  manifest.end()
  await Promise.all([finished(tar), finished(manifest)])
  const { Files: files } = JSON.parse(await readFile(join(folder, 'backup_manifest'), 'utf8')) as { Files: unknown[] }
  if (files.length < 500) throw new Error(`the manifest of the server names ${files.length} files only`)
  return base
}

const bytesOf = (files: readonly KeptFile[]) => files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync()
  await folder.close()
}
