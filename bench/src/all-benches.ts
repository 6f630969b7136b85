import type { Bench } from './bench.ts'
import { deadlines } from './benches/deadlines.ts'
import { docket } from './benches/docket.ts'
import { growth } from './benches/growth.ts'
import { join } from './benches/join.ts'
import { filing } from './benches/filing.ts'
import { outbox } from './benches/outbox.ts'
import { page } from './benches/page.ts'
import { rooms } from './benches/rooms.ts'
import { search } from './benches/search.ts'

/** In the order of `--list`. */
export const allBenches: readonly Bench[] = [docket, growth, search, outbox, filing, page, deadlines, join, rooms]
