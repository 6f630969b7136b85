import type { PersonActor, StaffActor, StaffRole } from './actor.ts'
import type { UseCaseContext } from './context.ts'
import { notAllowed, signInNeeded, type Refusal } from './refusal.ts'

type Authorised<A> = { ok: true; actor: A } | Refusal

export function authorisePerson(ctx: UseCaseContext): Authorised<PersonActor> {
  if (ctx.actor.kind === 'person') return { ok: true, actor: ctx.actor }
  return ctx.actor.kind === 'anonymous' ? signInNeeded() : notAllowed()
}

/** Level 1: name and number were checked. */
export function authoriseIdentifiedPerson(ctx: UseCaseContext): Authorised<PersonActor> {
  const person = authorisePerson(ctx)
  if (!person.ok || person.actor.identityLevel >= 1) return person
  return {
    ok: false,
    kind: 'not-allowed',
    ruleId: 'account.identity-needed',
    reason: { zh: '请先填写姓名和证件号码，再继续。', en: 'Enter your name and identity number first, then continue.' },
    facts: {},
  }
}

/** Passes when the actor has one of the roles, in the court of the actor alone. */
export function authoriseStaff(ctx: UseCaseContext, roles: readonly StaffRole[]): Authorised<StaffActor> {
  if (ctx.actor.kind === 'anonymous') return signInNeeded()
  if (ctx.actor.kind !== 'staff') return notAllowed()
  const held = ctx.actor.roles
  return roles.some((role) => held.includes(role)) ? { ok: true, actor: ctx.actor } : notAllowed({ needs: roles })
}
