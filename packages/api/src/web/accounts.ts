import { z } from 'zod'
import { changePhone, changePhoneInput } from '@court/usecases/accounts/change-phone'
import { confirmPerson, confirmPersonInput, requestConfirmation } from '@court/usecases/accounts/confirm-person'
import { findLoginChallenge } from '@court/usecases/accounts/find-login-challenge'
import { requestLoginCode, requestLoginCodeInput } from '@court/usecases/accounts/request-login-code'
import { resendLoginCode } from '@court/usecases/accounts/resend-login-code'
import { signInPerson, signInPersonInput } from '@court/usecases/accounts/sign-in-person'
import { proveIdentity, proveIdentityInput } from '@court/usecases/identity/prove-identity'
import {
  leaveOrganisation,
  proveOrganisation,
  proveOrganisationInput,
} from '@court/usecases/identity/prove-organisation'
import { showIdentity } from '@court/usecases/identity/show-identity'
import { ownAccountProcedures } from '../own-account.ts'
import { procedureFor, router } from '../procedures.ts'
import { staffDoorProcedures } from '../staff-door.ts'

// How people come in: by a code that is sent to their phone.
const partyDoor = () => procedureFor(['anyone'], { isPartyDoor: true })

export const accountsRouter = router({
  ...ownAccountProcedures,
  ...staffDoorProcedures,

  requestCode: partyDoor()
    .input(requestLoginCodeInput.omit({ purpose: true }))
    .mutation(({ ctx, input }) => requestLoginCode(ctx.use, { ...input, purpose: 'sign-in' })),
  resendCode: partyDoor()
    .input(z.object({ challengeId: z.uuid() }).strict())
    .mutation(({ ctx, input }) => resendLoginCode(ctx.use, input)),
  findChallenge: partyDoor()
    .input(z.object({ challengeId: z.uuid() }).strict())
    .query(({ ctx, input }) => findLoginChallenge(ctx.use, input)),
  signIn: partyDoor()
    .input(signInPersonInput)
    .mutation(({ ctx, input }) => signInPerson(ctx.use, input, ctx.browser)),

  requestConfirmation: procedureFor(['person']).mutation(({ ctx }) => requestConfirmation(ctx.use)),
  confirm: procedureFor(['person'])
    .input(confirmPersonInput)
    .mutation(({ ctx, input }) => confirmPerson(ctx.use, input)),
  requestPhoneChange: procedureFor(['person'], { recentMinutes: 30 })
    .input(requestLoginCodeInput.omit({ purpose: true }))
    .mutation(({ ctx, input }) => requestLoginCode(ctx.use, { ...input, purpose: 'change-phone' })),
  changePhone: procedureFor(['person'], { recentMinutes: 60 })
    .input(changePhoneInput)
    .mutation(({ ctx, input }) => changePhone(ctx.use, input)),

  proveIdentity: procedureFor(['person'])
    .input(proveIdentityInput)
    .mutation(({ ctx, input }) => proveIdentity(ctx.use, input)),
  showIdentity: procedureFor(['person'], { recentMinutes: 30 }).mutation(({ ctx }) => showIdentity(ctx.use)),
  proveOrganisation: procedureFor(['identified'])
    .input(proveOrganisationInput)
    .mutation(({ ctx, input }) => proveOrganisation(ctx.use, input)),
  leaveOrganisation: procedureFor(['identified'])
    .input(z.object({ organisationId: z.uuid() }).strict())
    .mutation(({ ctx, input }) => leaveOrganisation(ctx.use, input)),
})
