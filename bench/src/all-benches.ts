import type { Bench } from './bench.ts'
import { deadlines } from './benches/deadlines.ts'
import { docket } from './benches/docket.ts'
import { search } from './benches/search.ts'

/** In the order of `--list`. */
export const allBenches: readonly Bench[] = [docket, search, deadlines]
