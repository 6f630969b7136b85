import { z } from 'zod'
import { readAccount } from '@court/usecases/accounts/read-account'
import { endOtherSessions, endSession, listSessions, signOut } from '@court/usecases/accounts/sessions'
import { setPreferences, setPreferencesInput } from '@court/usecases/accounts/set-preferences'
import { listOwnDeeds, listOwnDeedsInput } from '@court/usecases/audit-log/list-deeds'
import { procedureFor } from './procedures.ts'

/** What everybody who is signed in may see and do about the own account, on both sites. */
export const ownAccountProcedures = {
  whoAmI: procedureFor(['anyone']).query(({ ctx }) => ctx.use.actor),
  account: procedureFor(['anyone']).query(({ ctx }) => readAccount(ctx.use)),
  setPreferences: procedureFor(['anyone'])
    .input(setPreferencesInput)
    .mutation(({ ctx, input }) => setPreferences(ctx.use, input)),
  sessions: procedureFor(['person', 'staff']).query(({ ctx }) => listSessions(ctx.use)),
  endSession: procedureFor(['person', 'staff'])
    .input(z.object({ sessionId: z.uuid() }).strict())
    .mutation(({ ctx, input }) => endSession(ctx.use, input)),
  endOtherSessions: procedureFor(['person', 'staff']).mutation(({ ctx }) => endOtherSessions(ctx.use)),
  /** `Deeds`: what this account did; staff in their court. */
  deeds: procedureFor(['person', 'staff'])
    .input(listOwnDeedsInput)
    .query(({ ctx, input }) => listOwnDeeds(ctx.use, input)),
  signOut: procedureFor(['anyone']).mutation(({ ctx }) => signOut(ctx.use)),
}
