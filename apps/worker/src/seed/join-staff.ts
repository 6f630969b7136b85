import { choosePassword, finishInvitation, readInvitation } from '@court/usecases/staff/accept-invitation'
import { totpAt } from '@court/usecases/staff/totp'
import { must, type World } from './world.ts'

export type Joined = { totpSecret: string; sessionId: string; courtId: string }

/** What the holder of an invitation does: choose a password, pair the authenticator, come in. */
export async function joinStaff(
  world: World,
  { token, password, at }: { token: string; password: string; at: Date },
): Promise<Joined> {
  const ctx = world.asAdmin({ kind: 'anonymous' }, at)
  must(await choosePassword(ctx, { token, password, again: password }), 'a password')
  const { totp } = must(await readInvitation(ctx, { token }), 'an invitation')
  if (!totp) throw new Error('the invitation has no authenticator')
  const code = totpAt(totp.secret, at)
  const joined = must(await finishInvitation(ctx, { token, code }, { app: 'web', userAgent: 'seed' }), 'the joining')
  if (joined.kind !== 'signed-in') throw new Error('a new account has more than one post')
  return { totpSecret: totp.secret, sessionId: joined.sessionId, courtId: joined.courtId }
}
