import { deliverLoginCode } from '@court/usecases/accounts/deliver-login-code'
import { requestLoginCode } from '@court/usecases/accounts/request-login-code'
import { signInPerson } from '@court/usecases/accounts/sign-in-person'
import type { PersonActor } from '@court/usecases/actor'
import { proveIdentity } from '@court/usecases/identity/prove-identity'
import { demoName, demoPhone, demoResidentId } from './data/people.ts'
import { must, type World } from './world.ts'

export type SeedPerson = { actor: PersonActor; index: number; name: string; phone: string; idNumber: string }

/** A person of the demo: signs in with the code sent to the phone, then says who they are. */
export async function enterPerson(world: World, { index, at }: { index: number; at: Date }): Promise<SeedPerson> {
  const phone = demoPhone(index)
  const anonymous = world.as({ kind: 'anonymous' }, at)
  const { challengeId } = must(
    await requestLoginCode(anonymous, { phone, purpose: 'sign-in' }),
    `a code for person ${index}`,
  )
  await deliverLoginCode(world.as({ kind: 'system', job: 'deliver-login-code' }, at), { loginCodeId: challengeId })
  const code = /\d{6}/.exec(world.messages.get(`+86${phone}`)?.at(-1)?.text ?? '')?.[0] ?? ''
  const browser = { app: 'web', userAgent: 'seed' } as const
  const session = must(await signInPerson(anonymous, { challengeId, code }, browser), `the sign-in of person ${index}`)
  const person: PersonActor = {
    kind: 'person',
    personId: session.personId,
    sessionId: session.sessionId,
    identityLevel: 0,
  }
  const name = demoName(index)
  const idNumber = demoResidentId(index)
  must(
    await proveIdentity(world.as(person, at), { kind: 'resident-id', name, number: idNumber, country: '' }),
    `the identity of person ${index}`,
  )
  return { actor: { ...person, identityLevel: 1 }, index, name, phone, idNumber }
}
