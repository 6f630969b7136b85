import {
  choosePassword,
  choosePasswordInput,
  finishInvitation,
  finishInvitationInput,
  invitationInput,
  readInvitation,
} from '@court/usecases/staff/accept-invitation'
import { procedureFor } from './procedures.ts'

const door = () => procedureFor(['anyone'], { isStaffDoor: true })

/** What the holder of an invitation's link may do with it. */
export const acceptInvitationProcedures = {
  readInvitation: door()
    .input(invitationInput)
    .query(({ ctx, input }) => readInvitation(ctx.use, input)),
  choosePassword: door()
    .input(choosePasswordInput)
    .mutation(({ ctx, input }) => choosePassword(ctx.use, input)),
  finishInvitation: door()
    .input(finishInvitationInput)
    .mutation(({ ctx, input }) => finishInvitation(ctx.use, input, ctx.browser)),
}
