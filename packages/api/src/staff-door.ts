import { beginStaffSignIn, beginStaffSignInInput } from '@court/usecases/staff/begin-staff-sign-in'
import { confirmStaff, confirmStaffInput } from '@court/usecases/staff/confirm-staff'
import {
  choosePost,
  choosePostInput,
  finishStaffSignIn,
  finishStaffSignInInput,
  listPosts,
} from '@court/usecases/staff/finish-staff-sign-in'
import { procedureFor } from './procedures.ts'
import { acceptInvitationProcedures } from './staff-invitation.ts'

const door = () => procedureFor(['anyone'], { isStaffDoor: true })

/** How staff come in: the same on both sites, each with its own sessions. */
export const staffDoorProcedures = {
  beginStaffSignIn: door()
    .input(beginStaffSignInInput)
    .mutation(({ ctx, input }) => beginStaffSignIn(ctx.use, input, ctx.browser.app)),
  finishStaffSignIn: door()
    .input(finishStaffSignInInput)
    .mutation(({ ctx, input }) => finishStaffSignIn(ctx.use, input, ctx.browser)),
  listPosts: door()
    .input(choosePostInput.pick({ ticket: true }))
    .query(({ ctx, input }) => listPosts(ctx.use, input, ctx.browser.app)),
  choosePost: door()
    .input(choosePostInput)
    .mutation(({ ctx, input }) => choosePost(ctx.use, input, ctx.browser)),
  confirmStaff: procedureFor(['staff'])
    .input(confirmStaffInput)
    .mutation(({ ctx, input }) => confirmStaff(ctx.use, input)),
  ...acceptInvitationProcedures,
}
