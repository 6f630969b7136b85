import type { Fault } from './fault.ts'
import { killedDatabase } from './faults/killed-database.ts'
import { killedWorker } from './faults/killed-worker.ts'

/** In the order of the matrix. */
export const allFaults: readonly Fault[] = [killedWorker, killedDatabase]
