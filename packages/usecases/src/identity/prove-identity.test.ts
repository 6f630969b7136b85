import { beforeEach, describe, expect, it } from 'vitest'
import { testContext, testKeys } from '@court/testkit/context'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { residentNumber } from '@court/testkit/resident-number'
import type { Actor, PersonActor } from '../actor.ts'
import { proveIdentity, type ProveIdentityInput } from './prove-identity.ts'
import { leaveOrganisation, proveOrganisation, type ProveOrganisationInput } from './prove-organisation.ts'
import { showIdentity } from './show-identity.ts'

const { db, all } = await createTestDatabase()
const as = (actor?: Actor) => testContext({ db, ...(actor ? { actor } : {}) })

let person: PersonActor
beforeEach(async () => {
  person = await buildPerson(all, { idNumber: null })
})

const resident = (more: Partial<ProveIdentityInput> = {}): ProveIdentityInput => ({
  kind: 'resident-id',
  name: '王䶮',
  number: residentNumber(),
  country: '',
  ...more,
})

describe('identity of level 1', () => {
  it('stands sealed in the row, raises the level, and is in the audit without the number', async () => {
    const input = resident()
    expect(await proveIdentity(as(person), input)).toEqual({ ok: true, value: { identityLevel: 1 } })
    const row = await all.person.findUniqueOrThrow({ where: { id: person.personId } })
    expect(row).toMatchObject({ legalName: '王䶮', identityLevel: 1, idKind: 'resident-id' })
    expect(row.idCipher).not.toContain(input.number)
    expect(testKeys.open('person.identity-number', row.idCipher ?? '')).toBe(input.number)
    const deeds = await all.nationalAudit.findMany({ where: { subjectId: person.personId } })
    expect(deeds.map(({ action }) => action)).toEqual(['identity-given'])
    expect(JSON.stringify(deeds)).not.toContain(input.number)
  })

  it('of a passport keeps its country', async () => {
    const input = resident({ kind: 'passport', number: 'l01 x00t47', country: 'DE', name: 'Erika Muster' })
    expect(await proveIdentity(as(person), input)).toMatchObject({ ok: true })
    expect(await showIdentity(as(person))).toMatchObject({ ok: true, value: { number: 'L01X00T47' } })
  })

  it.each([
    [{ number: '110105194912310021' }, 'number'],
    [{ number: '110105194902300020' }, 'number'],
    [{ name: '王1' }, 'name'],
    [{ kind: 'passport' as const, number: 'L01X00T47', country: '' }, 'country'],
  ])('%j is refused beside its field', async (fault, field) => {
    const answer = await proveIdentity(as(person), resident(fault))
    expect(answer).toMatchObject({ ok: false, kind: 'invalid', fields: { [field]: { zh: expect.any(String) } } })
    expect(await all.person.findUnique({ where: { id: person.personId } })).toMatchObject({ identityLevel: 0 })
  })

  it('one document is one account, also when two give it at the same moment', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, () => buildPerson(all, { idNumber: null })))
    const input = resident()
    const answers = await Promise.all(others.map((one) => proveIdentity(as(one), input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.ruleId === 'identity.document-taken')).toHaveLength(3)
  })

  it('given again it is the same document: a name can be mended, another number cannot', async () => {
    const input = resident()
    await proveIdentity(as(person), input)
    expect(await proveIdentity(as(person), { ...input, name: '王𬭊' })).toMatchObject({ ok: true })
    expect(await proveIdentity(as(person), resident())).toMatchObject({ ruleId: 'identity.other-document' })
    expect(await all.person.findUnique({ where: { id: person.personId } })).toMatchObject({ legalName: '王𬭊' })
  })

  it('needs a person who is signed in', async () => {
    const court = await buildCourt(all)
    const judge = await buildStaff(all, { courtId: court.id, roles: ['judge'] })
    expect(await proveIdentity(as(), resident())).toMatchObject({ kind: 'sign-in-needed' })
    expect(await proveIdentity(as(judge), resident())).toMatchObject({ kind: 'not-allowed' })
  })

  it('cannot be guessed at without end', async () => {
    for (let attempt = 0; attempt < 10; attempt++)
      await proveIdentity(as(person), resident({ number: residentNumber() }))
    expect(await proveIdentity(as(person), resident())).toMatchObject({ kind: 'rate-limited' })
  })
})

describe('the number in clear', () => {
  it('is shown to its owner, and each look is written down', async () => {
    const owner = await buildPerson(all, { idNumber: '11010519491231002X' })
    expect(await showIdentity(as(owner))).toMatchObject({ value: { number: '11010519491231002X', phone: owner.phone } })
    await showIdentity(as(owner))
    expect(await all.nationalAudit.count({ where: { action: 'identity-unmasked', actorId: owner.personId } })).toBe(2)
    expect(await showIdentity(as())).toMatchObject({ kind: 'sign-in-needed' })
  })
})

describe('an organisation', () => {
  const company = (more: Partial<ProveOrganisationInput> = {}): ProveOrganisationInput => ({
    creditCode: '91350100M000100Y43',
    name: '甬江第三机械（集团）有限公司',
    representativeName: '张试',
    role: 'representative',
    ...more,
  })

  it('is entered by its representative, once, however often and by however many', async () => {
    const boss = await buildPerson(all, { name: '张试' })
    const clerk = await buildPerson(all, { name: '李员' })
    const answers = await Promise.all([
      proveOrganisation(as(boss), company()),
      proveOrganisation(as(boss), company({ name: '甬江第三机械(集团)有限公司' })),
      proveOrganisation(as(clerk), company({ role: 'staff' })),
    ])
    expect(new Set(answers.map((answer) => answer.ok && answer.value.organisationId)).size).toBe(1)
    expect(await all.organisation.count()).toBe(1)
    expect(await all.membership.count({ where: { personId: clerk.personId, role: 'staff' } })).toBe(1)
  })

  it.each([
    [{ creditCode: '91350100M000100Y44' }, 'creditCode'],
    [{ name: '甲' }, 'name'],
    [{ representativeName: '' }, 'representativeName'],
    [{ representativeName: '王五' }, 'representativeName'],
    [{ name: '另一家有限公司' }, 'name'],
  ])('%j is refused beside its field', async (fault, field) => {
    const boss = await buildPerson(all, { name: '张试' })
    await proveOrganisation(as(boss), company())
    expect(await proveOrganisation(as(boss), company(fault))).toMatchObject({
      ok: false,
      fields: { [field]: { en: expect.any(String) } },
    })
  })

  it('is for those whose own identity is known', async () => {
    expect(await proveOrganisation(as(person), company())).toMatchObject({ ruleId: 'account.identity-needed' })
    expect(await proveOrganisation(as(), company())).toMatchObject({ kind: 'sign-in-needed' })
  })

  it('is left by ending the membership from today; leaving twice is no fault', async () => {
    const boss = await buildPerson(all, { name: '张试' })
    const entered = await proveOrganisation(as(boss), company())
    if (!entered.ok) throw new Error(entered.ruleId)
    const input = { organisationId: entered.value.organisationId }
    await leaveOrganisation(as(boss), input)
    expect(await leaveOrganisation(as(boss), input)).toEqual({ ok: true, value: null })
    expect(await all.membership.findFirst({ where: { personId: boss.personId } })).toMatchObject({
      validTo: '2026-03-02',
    })
  })
})
