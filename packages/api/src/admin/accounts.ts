import {
  inviteStaff,
  inviteStaffInput,
  renewInvitation,
  renewInvitationInput,
} from '@court/usecases/staff/invite-staff'
import { ownAccountProcedures } from '../own-account.ts'
import { procedureFor, router } from '../procedures.ts'
import { staffDoorProcedures } from '../staff-door.ts'

export const accountsRouter = router({
  ...ownAccountProcedures,
  ...staffDoorProcedures,

  inviteStaff: procedureFor(['court-admin', 'national-admin'], { recentMinutes: 60 })
    .input(inviteStaffInput)
    .mutation(({ ctx, input }) => inviteStaff(ctx.use, input)),
  renewInvitation: procedureFor(['court-admin', 'national-admin'], { recentMinutes: 60 })
    .input(renewInvitationInput)
    .mutation(({ ctx, input }) => renewInvitation(ctx.use, input)),
})
