import { startTemporaryPostgres } from '../../../scripts/postgres.mjs'

export type BenchServer = { url: string; isOurs: boolean; stop(): Promise<void> }

/**
 * As an installation has it: what is committed is on disk. The memory is that of a small machine, so that a large court does not fit by
 * chance where a small one does.
 */
const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '2GB',
  effective_cache_size: '8GB',
  maintenance_work_mem: '1GB',
  max_wal_size: '16GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
  jit: 'off',
  max_connections: '300',
}

/** A PostgreSQL of our own, or the one that BENCH_DATABASE_URL names, where data once made are kept for the next run. */
export async function startServer(): Promise<BenchServer> {
  const given = process.env['BENCH_DATABASE_URL']
  if (given) return { url: given, isOurs: false, stop: () => Promise.resolve() }
  const { url, stop } = await startTemporaryPostgres({ settings })
  return { url, isOurs: true, stop }
}
