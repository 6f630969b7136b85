import type { Bench } from './bench.ts'
import { deadlines } from './benches/deadlines.ts'
import { docket } from './benches/docket.ts'

/** In the order of `--list`. */
export const allBenches: readonly Bench[] = [deadlines, docket]
