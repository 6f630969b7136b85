import { mkdirSync, chownSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../../../deploy/backup/back-up.ts'
import { archiveSettings } from '../../../deploy/backup/archive-settings.mjs'
import { keepFiles } from '../../../deploy/backup/keep-files.ts'
import { restore } from '../../../deploy/backup/restore.ts'
import { held, must, seconds, type Fault } from '../fault.ts'
import { pause, until } from '../ground/child.ts'
import type { Ground } from '../ground/ground.ts'
import { startLoad } from '../load/load.ts'

type Counts = Record<string, number>

/** Rows of every table, by name. */
async function countRows({ town }: Ground): Promise<Counts> {
  const tables = await town.all.client.$queryRaw<{ name: string }[]>`
    select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' and c.relname <> '_prisma_migrations' order by 1`
  const counts: Counts = {}
  for (const { name } of tables) {
    const [row] = await town.all.client.$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${name}"`,
    )
    counts[name] = row?.count ?? -1
  }
  return counts
}

export const restoredBackup: Fault = {
  id: 'F20',
  title: 'somebody deletes everything; the platform is brought back to a second before',
  async run(ground, history) {
    const { town, postgres, platform } = ground
    const to = join(ground.folder, 'backups')
    const wal = join(to, 'wal')
    mkdirSync(wal, { recursive: true })
    if (postgres.place.user) chownSync(wal, postgres.place.user.uid, postgres.place.user.gid)
    await postgres.stop()
    await postgres.start(archiveSettings(wal))
    const site = await ground.site()
    await until('the site is ready', () =>
      fetch(`${site.origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    const drafts = await town.prepareDrafts(20)
    const load = startLoad({
      town,
      history,
      originOf: () => site.origin,
      drafts,
      filingsPerSecond: 2,
      readsPerSecond: 4,
    })
    await pause(3000)
    const blobs = join(platform.filesDir, 'blobs')
    const backup = await backUp({ url: postgres.url, blobs, to })
    await load.done
    // What came after the base backup is in the WAL alone; its files are kept by the next run of the command, which is incremental.
    await town.prepareDrafts(2)
    await backUp({ url: postgres.url, blobs, to })
    const before = await countRows(ground)
    const [clock] = await town.all.client.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
    await pause(1000)
    await town.all.client.$executeRawUnsafe('truncate court_case, docket_entry, receipt, blob cascade')
    const [last] = await town.all.client.$queryRaw<{ file: string }[]>`select pg_walfile_name(pg_switch_wal()) as file`
    await until('the last piece of WAL is kept', async () => {
      const [row] = await town.all.client.$queryRaw<
        { is: boolean }[]
      >`select last_archived_wal >= ${last?.file} as is from pg_stat_archiver`
      return row?.is === true
    })
    await postgres.stop()
    const begun = performance.now()
    const data = `${postgres.place.data}-restored`
    await restore({
      backup: backup.folder,
      wal,
      data,
      blobs: join(ground.folder, 'restored-blobs'),
      at: clock?.now.toISOString() ?? '',
      owner: postgres.place.user,
    })
    postgres.moveTo(data)
    await postgres.start()
    const took = performance.now() - begun
    const after = await countRows(ground)
    const other = Object.entries(before).filter(([name, count]) => after[name] !== count)
    must(
      other.length === 0,
      `rows before and after: ${other.map(([name, count]) => `${name} ${count} → ${after[name]}`).join(', ')}`,
    )
    const named = await town.all.client.blob.findMany({ select: { courtId: true, storageKey: true } })
    must(named.length > 0, 'no file is named by a row')
    const kept = await keepFiles({
      from: join(ground.folder, 'restored-blobs'),
      to: join(ground.folder, 'restored-blobs-again'),
    })
    const there = new Set(kept.kept.map(({ path }) => path))
    const missing = named.filter(
      ({ courtId, storageKey: key }) => !there.has(`${courtId}/${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`),
    )
    must(missing.length === 0, `${missing.length} files that rows name were not brought back`)
    const rows = Object.values(after).reduce((sum, count) => sum + count, 0)
    return held({ 'restore s': seconds(took), rows, files: there.size, tables: Object.keys(after).length })
  },
}
