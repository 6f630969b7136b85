import { testKeys } from '@court/testkit/context'
import { requestConfirmation } from '@court/usecases/accounts/confirm-person'
import { requestLoginCode } from '@court/usecases/accounts/request-login-code'
import { actingAs } from '@court/usecases/context'
import type { Result } from '@court/usecases/refusal'
import {
  aboutNothing,
  aboutPublic,
  nobody,
  sameAnswer,
  sessionEnded,
  type Attempt,
  type Declared,
  type Outcome,
  type Relation,
} from '../declare.ts'
import type { PersonName, Who } from '../people.ts'

const newPhone = '13700002000'
/** Codes are asked for some minutes ago, so that the limit of one a minute stands in nobody's way. */
const earlier = ({ ctx }: Attempt) => ({ ...ctx, now: () => new Date(ctx.now().getTime() - 180_000) })

const nameOf = (who: Who, isOwn: boolean): PersonName => {
  const own = who.actor.kind === 'person' ? (who.name as PersonName) : 'plaintiff'
  return isOwn ? own : own === 'plaintiff' ? 'foreign-party' : 'plaintiff'
}
const personOf = ({ world, who }: Attempt, isOwn: boolean) => world.people.persons[nameOf(who, isOwn)]

async function challenge(attempt: Attempt, asked: Promise<Result<{ challengeId: string }>>) {
  const answer = await asked
  if (!answer.ok) throw new Error(answer.ruleId)
  const { challengeId } = answer.value
  const row = await attempt.inner.all((tx) => tx.loginCode.findUniqueOrThrow({ where: { id: challengeId } }))
  return { challengeId, code: testKeys.open('login-code.code', row.codeCipher ?? '') }
}
const noChallenge = { challengeId: nobody, code: '000000' }
const wrong = ({ challengeId, code }: { challengeId: string; code: string }) => ({
  challengeId,
  code: code === '000000' ? '000001' : '000000',
})

const signInCode = (attempt: Attempt) =>
  challenge(
    attempt,
    requestLoginCode(actingAs(earlier(attempt), { kind: 'anonymous' }), { phone: newPhone, purpose: 'sign-in' }),
  )
const confirmCode = (attempt: Attempt, isOwn = true) =>
  challenge(attempt, requestConfirmation(actingAs(earlier(attempt), personOf(attempt, isOwn))))
const phoneCode = (attempt: Attempt, isOwn = true, phone = newPhone) =>
  challenge(
    attempt,
    requestLoginCode(actingAs(earlier(attempt), personOf(attempt, isOwn)), { phone, purpose: 'change-phone' }),
  )

const ofPerson = (...objects: string[]) => ({
  objects,
  relation: (_who: Who, object: string): Relation =>
    object === 'absent' ? 'absent' : object === 'others' ? 'other-party' : 'own',
})
const onlyChallenge = async (made: Promise<{ challengeId: string }>) => ({ challengeId: (await made).challengeId })
const thereOr =
  (otherwise: Outcome) =>
  (_who: Who, object: string): Outcome =>
    object === 'there' ? 'ok' : otherwise
const asked = { answer: 'refused: rate-limit.login-code.phone', writes: ['rate_limit'] } as const
const noPhone: Declared['refused'] = { by: 'phone.not-mobile', input: () => ({ phone: '0574 8718 0000' }) }

const membership = ({ inner, ctx }: Attempt, personId: string) =>
  inner.all(async (tx) => {
    const organisation = await tx.organisation.create({
      data: {
        creditCode: '91350100M000100Y43',
        kind: 'enterprise',
        legalName: '示范贸易有限公司',
        representativeName: '王示范',
        verifiedAt: ctx.now(),
      },
    })
    await tx.membership.create({
      data: { personId, organisationId: organisation.id, role: 'staff', powers: [], validFrom: '2026-01-01' },
    })
    return { organisationId: organisation.id }
  })

const company = {
  creditCode: '91350100M000100Y43',
  name: '示范贸易有限公司',
  representativeName: '王示范',
  role: 'staff',
}

export const accounts: Record<string, Declared> = {
  'accounts.requestCode': {
    ...aboutNothing,
    input: () => ({ phone: newPhone }),
    expect: () => 'ok',
    refused: noPhone,
    again: asked,
  },
  'accounts.resendCode': {
    ...aboutPublic('there', 'absent'),
    input: (attempt) => (attempt.object === 'there' ? onlyChallenge(signInCode(attempt)) : { challengeId: nobody }),
    expect: thereOr('not-found'),
    refused: { by: 'not-found', object: 'absent', input: () => ({ challengeId: nobody }) },
    again: asked,
  },
  'accounts.findChallenge': {
    ...aboutPublic('there', 'absent'),
    input: (attempt) => (attempt.object === 'there' ? onlyChallenge(signInCode(attempt)) : { challengeId: nobody }),
    expect: thereOr('not-found'),
    refused: { by: 'not-found', object: 'absent', input: () => ({ challengeId: nobody }) },
    again: sameAnswer,
  },
  'accounts.signIn': {
    ...aboutPublic('there', 'wrong', 'other-purpose', 'absent'),
    input: async (attempt) => {
      const { object } = attempt
      if (object === 'absent') return noChallenge
      if (object === 'other-purpose') return phoneCode(attempt)
      return object === 'there' ? signInCode(attempt) : wrong(await signInCode(attempt))
    },
    expect: thereOr('refused'),
    leaves: sessionEnded,
    as: ['anonymous', 'there'],
    refused: { by: 'login-code.wrong', input: async (attempt) => wrong(await signInCode(attempt)) },
    again: { answer: 'refused: login-code.gone' },
  },
  'accounts.requestConfirmation': {
    ...aboutNothing,
    expect: () => 'ok',
    refused: { by: 'not-allowed', as: 'judge', input: () => undefined },
    again: asked,
  },
  'accounts.confirm': {
    ...ofPerson('own', 'others', 'absent'),
    input: (attempt) => (attempt.object === 'absent' ? noChallenge : confirmCode(attempt, attempt.object === 'own')),
    expect: (_who, object) => (object === 'own' ? 'ok' : object === 'others' ? 'not-found' : 'refused'),
    as: ['plaintiff', 'own'],
    refused: { by: 'login-code.wrong', input: async (attempt) => wrong(await confirmCode(attempt)) },
    again: { answer: 'refused: login-code.gone' },
  },
  'accounts.requestPhoneChange': {
    ...aboutNothing,
    input: () => ({ phone: newPhone }),
    expect: () => 'ok',
    refused: noPhone,
    again: asked,
  },
  'accounts.changePhone': {
    ...ofPerson('own', 'others', 'taken', 'absent'),
    input: (attempt) => {
      if (attempt.object === 'absent') return noChallenge
      const taken = attempt.object === 'taken' ? personOf(attempt, false).phone : newPhone
      return phoneCode(attempt, attempt.object !== 'others', taken)
    },
    expect: (_who, object) => (object === 'own' ? 'ok' : object === 'others' ? 'not-found' : 'refused'),
    as: ['plaintiff', 'own'],
    refused: {
      by: 'account.phone-taken',
      input: (attempt) => phoneCode(attempt, true, personOf(attempt, false).phone),
    },
    again: { answer: 'refused: login-code.gone' },
  },
  'accounts.proveIdentity': {
    ...ofPerson('own', 'others'),
    input: (attempt) => {
      const { idNumber } = personOf(attempt, attempt.object === 'own')
      return { kind: 'resident-id', name: '张甲', number: idNumber ?? '11010519491231002X' }
    },
    expect: (_who, object) => (object === 'own' ? 'ok' : 'refused'),
    as: ['plaintiff', 'own'],
    refused: {
      by: 'identity.form',
      input: () => ({ kind: 'resident-id', name: '张甲', number: '110105194912310020' }),
    },
    again: { answer: 'same', writes: ['rate_limit', 'national_audit', 'outbox', 'person'] },
  },
  'accounts.showIdentity': {
    ...aboutNothing,
    expect: () => 'ok',
    as: ['plaintiff'],
    refused: { by: 'not-allowed', as: 'judge', input: () => undefined },
    again: { answer: 'same', writes: ['rate_limit', 'national_audit'] },
  },
  'accounts.proveOrganisation': {
    ...aboutNothing,
    input: () => company,
    expect: () => 'ok',
    as: ['plaintiff'],
    refused: { by: 'organisation.not-representative', input: () => ({ ...company, role: 'representative' }) },
    again: { answer: 'same', writes: ['rate_limit'] },
  },
  'accounts.leaveOrganisation': {
    ...ofPerson('own', 'others', 'absent'),
    input: (attempt) =>
      attempt.object === 'absent'
        ? { organisationId: nobody }
        : membership(attempt, personOf(attempt, attempt.object === 'own').personId),
    // Leaving what one is not in changes nothing.
    expect: () => 'ok',
    leaves: async ({ inner, object }) => {
      if (object !== 'others') return null
      const open = await inner.all((tx) => tx.membership.count({ where: { validTo: null } }))
      return open === 1 ? null : 'the membership of somebody else was ended'
    },
    as: ['plaintiff', 'own'],
    refused: { by: 'invalid', input: () => ({ organisationId: 'none' }) },
    again: sameAnswer,
  },
}
