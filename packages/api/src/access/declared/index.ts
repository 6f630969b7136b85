import type { Declared, Site } from '../declare.ts'
import { accounts } from './accounts.ts'
import { admin } from './admin.ts'
import { cases } from './cases.ts'
import { deskProcedures } from './desk.ts'
import { filing } from './filing.ts'
import { hearings } from './hearings.ts'
import { ownAccount } from './own-account.ts'
import { papers } from './papers.ts'
import { publicProcedures } from './public.ts'
import { staffDoor } from './staff-door.ts'

/** By site and path; how to add one stands in `declare.ts`. */
export const declared: Record<Site, Record<string, Declared>> = {
  web: {
    ...ownAccount,
    ...staffDoor,
    ...accounts,
    ...cases,
    ...deskProcedures,
    ...filing,
    ...hearings,
    ...publicProcedures,
    ...papers,
  },
  admin: { ...ownAccount, ...staffDoor, ...admin },
}
