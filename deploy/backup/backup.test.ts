import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startTemporaryPostgres } from '../../scripts/postgres.mjs'
import { backUp } from './back-up.ts'
import { keepFiles } from './keep-files.ts'
import { restore } from './restore.ts'
import { verifyBase } from './verify-base.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongheng-backup-'))
const server = await startTemporaryPostgres()
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
const blobs = join(folder, 'blobs')

function addFile(text: string): string {
  const key = createHash('sha256').update(text).digest('hex')
  const at = join(blobs, 'court', key.slice(0, 2), key.slice(2, 4))
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, key), text)
  return join(at, key)
}

test('a backup holds the server and the files, is whole by their hashes, and lays out again', async () => {
  addFile('起诉状')
  addFile('证据一')
  const backup = await backUp({ url: server.url, blobs, to: join(folder, 'backups') })
  expect(backup).toMatchObject({ files: 2, copied: 2 })
  expect(backup.serverVersion).toMatch(/^1[5-9]/)
  const data = join(folder, 'data')
  const laidOut = join(folder, 'laid-out')
  const wanted = { backup: backup.folder, wal: join(folder, 'backups/wal'), data, blobs: laidOut }
  expect(await restore({ ...wanted, at: '2026-03-02T09:00:00+08:00' })).toEqual({ files: 2 })
  expect(readFileSync(join(data, 'postgresql.auto.conf'), 'utf8')).toContain(
    "recovery_target_time = '2026-03-02 01:00:00.000+00'",
  )
  expect((await keepFiles({ from: laidOut, to: join(folder, 'again') })).kept).toHaveLength(2)
  await expect(restore(wanted)).rejects.toThrow('is not empty')

  appendFileSync(join(data, 'PG_VERSION'), 'x')
  await expect(verifyBase(data, join(backup.folder, 'backup_manifest'))).rejects.toThrow('PG_VERSION has')
})

test('a second backup copies what is new, and names a file that is not what its name says', async () => {
  addFile('证据二')
  const damaged = addFile('证据三')
  writeFileSync(damaged, '证据四')
  const again = backUp({ url: server.url, blobs, to: join(folder, 'backups') })
  await expect(again).rejects.toThrow(/1 files are damaged/)
  expect((await keepFiles({ from: blobs, to: join(folder, 'backups/files') })).copied).toBe(0)
})
