import { z } from 'zod'
import { auditNation } from '../audit.ts'
import { actingAs, type UseCaseContext } from '../context.ts'
import { maskPhone } from '../identity/check-phone.ts'
import { atPublicDoor } from '../nation.ts'
import { accepted, refuse, type Result } from '../refusal.ts'
import { spendLoginCode } from './login-code.ts'
import { openSession, type Browser, type OpenedSession } from './open-session.ts'
import { signOut } from './sessions.ts'

export const signInPersonInput = z.object({ challengeId: z.uuid(), code: z.string().max(20) }).strict()
export type SignInPersonInput = z.infer<typeof signInPersonInput>

export type SignedInPerson = OpenedSession & {
  personId: string
  isNew: boolean
  identityLevel: number
  /** How the account likes its pages, for a browser that does not know yet. */
  preferences: { locale: string; isElderMode: boolean }
}

/** The right code opens a session; the first time it opens the account too: one per phone, also when two browsers do so at once. */
export async function signInPerson(
  ctx: UseCaseContext,
  input: SignInPersonInput,
  browser: Browser,
): Promise<Result<SignedInPerson>> {
  const answer = await openAsPerson(ctx, input, browser)
  // The session of a member of staff stands where the public's role cannot end it.
  if (answer.ok && ctx.actor.kind === 'staff') await signOut(ctx)
  return answer
}

function openAsPerson(
  ctx: UseCaseContext,
  input: SignInPersonInput,
  browser: Browser,
): Promise<Result<SignedInPerson>> {
  return atPublicDoor(ctx, async (tx) => {
    const spent = await spendLoginCode(tx, ctx, { ...input, purpose: 'sign-in' })
    if (!spent.ok) return spent
    const { phone, phoneIndex } = spent.value
    const { count } = await tx.person.createMany({
      data: [
        {
          id: ctx.newId(),
          phoneCipher: ctx.keys.seal('person.phone', phone),
          phoneIndex,
          displayName: maskPhone(phone),
          locale: ctx.locale,
          createdAt: ctx.now(),
          updatedAt: ctx.now(),
        },
      ],
      skipDuplicates: true,
    })
    const person = await tx.person.findUniqueOrThrow({ where: { phoneIndex } })
    if (person.status !== 'active') return accountClosed()
    const owner = { kind: 'person', personId: person.id, identityLevel: person.identityLevel } as const
    const session = await openSession(tx, ctx, owner, browser)
    const actor = {
      kind: 'person',
      personId: person.id,
      sessionId: session.sessionId,
      identityLevel: person.identityLevel ? 1 : 0,
    } as const
    await auditNation(tx, actingAs(ctx, actor), {
      action: 'signed-in',
      subject: { kind: 'session', id: session.sessionId },
    })
    const { locale, isElderMode, identityLevel } = person
    const preferences = { locale, isElderMode }
    return accepted({ ...session, personId: person.id, isNew: count === 1, identityLevel, preferences })
  })
}

const accountClosed = () =>
  refuse({
    ruleId: 'account.closed',
    reason: {
      zh: '这个账户已停用。请带身份证件到任一法院诉讼服务中心办理，或拨打12368。',
      en: 'This account is closed. Bring your identity document to the service centre of any court, or call 12368.',
    },
  })
