import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { appendFile, chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { checkFiles, keepFiles, readManifest } from './keep-files.ts'
import { verifyBase } from './verify-base.ts'

type Wanted = {
  /** A folder that `backUp` made. */
  backup: string
  /** Where the server's archive_command put its WAL. */
  wal: string
  /** An empty folder that becomes the server's data. */
  data: string
  /** Where the files go: `FILES_DIR/blobs` of the restored installation. */
  blobs: string
  /** An instant with its zone, up to which everything is brought back; without it everything that was archived. */
  at?: string
  /** Who the server runs as, when root restores. */
  owner?: { uid: number; gid: number } | null
}

/**
 * Lays out the data of a server as it was at an instant. The server that is started on it next plays the archived WAL up to there and opens.
 * Every file of the base is compared with the manifest that the server wrote.
 */
export async function restore({ backup, wal, data, blobs, at, owner }: Wanted): Promise<{ files: number }> {
  if (at !== undefined && Number.isNaN(Date.parse(at))) throw new Error(`not an instant: ${at}`)
  await mkdir(data, { recursive: true })
  if ((await readdir(data)).length > 0) throw new Error(`${data} is not empty`)
  await unpack(join(backup, 'base.tar.zst'), data)
  await verifyBase(data, join(backup, 'backup_manifest'))
  await appendFile(join(data, 'postgresql.auto.conf'), recoverySettings(wal, at))
  await writeFile(join(data, 'recovery.signal'), '')
  await chmod(data, 0o700)
  if (owner) await give(data, owner)
  const manifest = readManifest(await readFile(join(backup, 'files.txt'), 'utf8'))
  // Whatever was kept since: rows written after the base name it too.
  const { damaged, kept } = await keepFiles({ from: join(backup, '../files'), to: blobs })
  const wrong = [...damaged, ...(await checkFiles(blobs, manifest))]
  if (wrong.length > 0) throw new Error(`${wrong.length} files are gone or damaged, the first ${wrong[0]}`)
  return { files: kept.length }
}

async function unpack(archive: string, into: string): Promise<void> {
  // `-i`: the archive is read to its end, also behind the zeros that end it.
  const tar = spawn('tar', ['-x', '-i', '-f', '-', '-C', into, '--no-same-owner'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const ended = once(tar, 'close')
  await pipeline(createReadStream(archive), createZstdDecompress(), tar.stdin)
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Error(`tar ended with ${code}`)
}

const recoverySettings = (wal: string, at: string | undefined) =>
  [
    '',
    `restore_command = 'cp "${wal}/%f" "%p"'`,
    "recovery_target_action = 'promote'",
    // Nobody else reads this archive: what the restored server writes goes into one of its own.
    "archive_mode = 'off'",
    ...(at === undefined
      ? []
      : [`recovery_target_time = '${new Date(at).toISOString().replace('T', ' ').replace('Z', '+00')}'`]),
    '',
  ].join('\n')

async function give(folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), uid, gid)
}
