import type { Fault } from './fault.ts'
import { absentMediaServer } from './faults/absent-media-server.ts'
import { exhaustedConnections, migrationCutOff, migrationUnderLoad } from './faults/crowded-database.ts'
import { cutUpload, lyingStorage } from './faults/cut-uploads.ts'
import { fullDisk } from './faults/full-disk.ts'
import { noisyCourt, poisonJobs } from './faults/hostile-jobs.ts'
import { killedDatabase } from './faults/killed-database.ts'
import { killedWorker } from './faults/killed-worker.ts'
import { absentRedis, flushedQueue, lostRedis } from './faults/lost-queue.ts'
import { morningAtTheDesk } from './faults/morning-at-the-desk.ts'
import { brokenProviders, repeatedReports, slowProvider } from './faults/reports-and-providers.ts'
import { doubleSubmit, killedSite, rollingRestart } from './faults/restarted-site.ts'
import { restartedDatabase } from './faults/restarted-database.ts'
import { restoredBackup } from './faults/restored-backup.ts'
import { wrongClocks } from './faults/wrong-clocks.ts'

/** In the order of the matrix; F18, old and new code on one schema, needs a second release and is the rolling restart of F23 until then. */
export const allFaults: readonly Fault[] = [
  killedWorker,
  killedSite,
  lostRedis,
  flushedQueue,
  absentRedis,
  killedDatabase,
  exhaustedConnections,
  migrationUnderLoad,
  fullDisk,
  lyingStorage,
  cutUpload,
  doubleSubmit,
  repeatedReports,
  brokenProviders,
  absentMediaServer,
  wrongClocks,
  slowProvider,
  migrationCutOff,
  restoredBackup,
  poisonJobs,
  noisyCourt,
  rollingRestart,
  morningAtTheDesk,
  restartedDatabase,
]
