import { z } from 'zod'
import { changeStaff, changeStaffInput } from '@court/usecases/admin/change-staff'
import { deactivateStaff, deactivateStaffInput } from '@court/usecases/admin/deactivate-staff'
import { listStaff } from '@court/usecases/admin/list-staff'
import { procedureFor, router } from '../procedures.ts'

/** Who works in a court. Invitations stand with the accounts. */
export const staffRouter = router({
  list: procedureFor(['court-admin', 'national-admin'])
    .input(z.strictObject({ courtId: z.uuid() }))
    .query(({ ctx, input }) => listStaff(ctx.use, input)),
  change: procedureFor(['court-admin', 'national-admin'], { recentMinutes: 60 })
    .input(changeStaffInput)
    .mutation(({ ctx, input }) => changeStaff(ctx.use, input)),
  setActive: procedureFor(['court-admin', 'national-admin'], { recentMinutes: 60 })
    .input(deactivateStaffInput)
    .mutation(({ ctx, input }) => deactivateStaff(ctx.use, input)),
})
