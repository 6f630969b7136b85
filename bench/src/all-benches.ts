import type { Bench } from './bench.ts'
import { deadlines } from './benches/deadlines.ts'

/** In the order of `--list`. */
export const allBenches: readonly Bench[] = [deadlines]
