import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { someSignature } from '@court/testkit/filings'
import { photograph } from '@court/testkit/photograph'
import { submitFiling } from '@court/usecases/filing/submit-filing'
import { held, must, skipped, type Fault } from '../fault.ts'
import type { Ground } from '../ground/ground.ts'
import { createPlatform } from '../ground/platform.ts'
import { installPlatform, startPostgresServer } from '../ground/postgres-server.ts'
import { buildTown, openTown } from '../ground/town.ts'
import { uploadPieces } from '../load/upload.ts'
import { callProcedure } from '../load/client.ts'

/** A disk of its own of so many MiB; null where nothing may be mounted. */
function mountDisk(folder: string, mebibytes: number): (() => void) | null {
  mkdirSync(folder, { recursive: true })
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]).status !== 0) return null
  return () => void spawnSync('umount', ['-l', folder])
}

/** Takes what is left of the disk, but for a rest. */
async function fill(folder: string, leaveBytes = 0): Promise<string> {
  const { bavail, bsize } = await statfs(folder)
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes), 1))
  return ballast
}

export const fullDisk: Fault = {
  id: 'F9',
  title: 'the disk is full: of the files, then of the database',
  async run(ground, history) {
    const unmountFiles = mountDisk(join(ground.folder, 'small'), 24)
    if (!unmountFiles) return skipped('only root may mount a small disk')
    try {
      await filesDisk(ground)
    } finally {
      unmountFiles()
    }
    const data = join(ground.folder, 'small-database')
    const unmountDatabase = mountDisk(data, 400)
    if (!unmountDatabase) return skipped('only root may mount a small disk')
    try {
      const receipts = await databaseDisk(ground, data)
      history.operations += receipts + 4
      return held({ 'receipts that stand': receipts })
    } finally {
      unmountDatabase()
    }
  },
}

async function filesDisk(ground: Ground): Promise<void> {
  const disk = join(ground.folder, 'small')
  const site = await ground.platform.startSite({ env: { FILES_DIR: disk } })
  const [resident] = ground.town.residents
  const [court] = ground.town.courts
  if (!resident || !court) throw new Error('the town is empty')
  const { origin } = site
  const call = (path: string, input: unknown) =>
    callProcedure({ origin, path, input, cookie: resident.cookie, isMutation: true })
  const started = await call('filing.start', { courtSlug: court.slug, key: `full-${Date.now()}` })
  must(started.kind === 'ok', `a draft could not be started: ${JSON.stringify(started)}`)
  const { draftId } = (started.kind === 'ok' ? started.value : {}) as { draftId: string }
  const page = await photograph({ text: '起诉状', width: 1400, height: 1800 })
  const first = await uploadPieces({ origin, cookie: resident.cookie, body: page, name: 'complaint.jpg' })
  const add = () =>
    call('uploads.add', {
      target: { kind: 'draft', draftId },
      uploadId: first.uploadId,
      fileName: 'complaint.jpg',
      type: 'complaint',
      materialId: null,
    })
  const ballast = await fill(disk)
  const refused = await uploadPieces({ origin, cookie: resident.cookie, body: page, name: 'more.jpg' }).catch(
    (error: Error) => error.message,
  )
  must(typeof refused === 'string', 'an upload succeeded on a full disk')
  const whileFull = await add()
  must(whileFull.kind === 'failed', `a page was taken on a full disk: ${JSON.stringify(whileFull)}`)
  must(
    (await callProcedure({ origin, path: 'cases.mine', input: {}, cookie: resident.cookie })).kind === 'ok',
    'nothing can be read while the disk is full',
  )
  rmSync(ballast)
  const after = await add()
  must(after.kind === 'ok', `with room again the page was not taken: ${JSON.stringify(after)}`)
  const again = await uploadPieces({ origin, cookie: resident.cookie, body: page, name: 'more.jpg' })
  must(again.sha256 === createHash('sha256').update(page).digest('hex'), 'the upload arrived changed')
  await call('filing.discard', { draftId })
  await site.child.end('SIGTERM', 15_000)
}

/** A platform of its own whose database runs out of room in the middle of filings. */
async function databaseDisk(ground: Ground, folder: string): Promise<number> {
  const postgres = await startPostgresServer(folder, {
    shared_buffers: '32MB',
    max_wal_size: '64MB',
    min_wal_size: '32MB',
    wal_keep_size: '0',
  })
  await installPlatform(postgres)
  const platform = createPlatform({ folder: ground.folder, postgres, providers: ground.providers })
  const town = await buildTown({ postgres, platform })
  const receipts: string[] = []
  const submit = async ({ draftId, version, owner }: { draftId: string; version: number; owner: number }) => {
    const resident = town.residents[owner]
    if (!resident) throw new Error('nobody')
    const answer = await submitFiling(town.as(resident.actor), { draftId, version, signature: someSignature })
    if (answer.ok) receipts.push(answer.value.receipt.number)
    return answer.ok
  }
  const prepared = await town.prepareDrafts(24)
  const drafts = prepared.map(({ draftId, version, cookie }) => ({
    draftId,
    version,
    owner: town.residents.findIndex((one) => one.cookie === cookie),
  }))
  const ballast = await fill(folder, 256 * 1024)
  const failed: typeof drafts = []
  for (const draft of drafts) await submit(draft).catch(() => failed.push(draft))
  rmSync(ballast)
  must(failed.length > 0, 'the database never ran out of room')
  // It may have stopped itself: whoever supervises it starts it again.
  await town.close()
  await postgres.kill().catch(() => undefined)
  await postgres.start()
  const recovered = openTown({ postgres, platform }, town)
  for (const { draftId, version, owner } of failed) {
    const resident = town.residents[owner]
    if (!resident) continue
    const answer = await submitFiling(recovered.as(resident.actor), { draftId, version, signature: someSignature })
    must(answer.ok, `with room again a filing was refused: ${JSON.stringify(answer)}`)
    if (answer.ok) receipts.push(answer.value.receipt.number)
  }
  const stand = await recovered.all.client.receipt.count({ where: { number: { in: receipts } } })
  const cases = await recovered.all.client.case.count()
  must(
    stand === drafts.length && new Set(receipts).size === drafts.length && cases === drafts.length,
    `${drafts.length} filings, ${stand} receipts, ${cases} cases`,
  )
  await recovered.close()
  await postgres.stop()
  return stand
}
