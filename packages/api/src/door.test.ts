import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@court/usecases/actor'
import { accepted, refuse } from '@court/usecases/refusal'
import { anonymous, systemActor, testContext } from '@court/testkit/context'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import type { ApiContext } from './context.ts'
import { settle } from './errors.ts'
import { handleTrpc } from './http.ts'
import { createCallerFactory, procedureFor, router } from './procedures.ts'

const { db, all } = await createTestDatabase()
const court = await buildCourt(all)
const people: Record<string, Actor> = {
  nobody: anonymous,
  person: await buildPerson(all, { idNumber: null }),
  identified: await buildPerson(all),
  judge: await buildStaff(all, { courtId: court.id, roles: ['judge'] }),
  clerk: await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'] }),
  job: systemActor(),
}

const logged: unknown[] = []
const log = { info: () => {}, warn: () => {}, error: (fields: unknown) => void logged.push(fields) }

const contextOf = (actor: Actor, more: Partial<ApiContext> = {}): ApiContext => ({
  use: testContext({ db, actor }),
  zone: 'all',
  transport: 'in-process',
  browser: { app: 'web', userAgent: 'a test' },
  verifiedAt: null,
  log,
  ...more,
})

const tooSmall = JSON.stringify({ zh: '太小', en: 'Too small' })
const root = router({
  forAnyone: procedureFor(['anyone']).query(() => 'open'),
  forPeople: procedureFor(['person']).query(({ ctx }) => ctx.use.actor.kind),
  forIdentified: procedureFor(['identified']).query(({ ctx }) => ctx.use.actor.kind),
  forJudges: procedureFor(['judge']).query(({ ctx }) => ctx.use.actor.courtId),
  forStaff: procedureFor(['staff']).query(({ ctx }) => ctx.use.actor.staffId),
  partyDoor: procedureFor(['anyone'], { isPartyDoor: true }).query(() => 'door'),
  staffDoor: procedureFor(['anyone'], { isStaffDoor: true }).query(() => 'door'),
  weighty: procedureFor(['person'], { recentMinutes: 10 }).mutation(() => 'done'),
  takes: procedureFor(['anyone'])
    .input(z.object({ age: z.number().min(18, tooSmall), name: z.string().max(5) }))
    .mutation(({ input }) => accepted(input.age)),
  refuses: procedureFor(['anyone']).query(() =>
    refuse({ ruleId: 'rule.of-test', reason: { zh: '不行', en: 'No' }, fields: { name: { zh: '名', en: 'name' } } }),
  ),
  breaks: procedureFor(['anyone']).query((): string => {
    throw new Error('relation "secret_table" does not exist')
  }),
})
const call = createCallerFactory(root)

describe('who gets through the door', () => {
  const matrix: [keyof typeof root._def.record, string[]][] = [
    ['forAnyone', ['nobody', 'person', 'identified', 'judge', 'clerk', 'job']],
    ['forPeople', ['person', 'identified']],
    ['forIdentified', ['identified']],
    ['forJudges', ['judge']],
    ['forStaff', ['judge', 'clerk']],
  ]
  it.each(matrix)('%s: %j and nobody else', async (path, allowed) => {
    for (const [name, actor] of Object.entries(people)) {
      const answer = await settle<unknown>(
        (call(contextOf(actor)) as unknown as Record<string, () => Promise<unknown>>)[path]?.() ??
          Promise.reject(new Error('absent')),
      )
      if (allowed.includes(name)) expect(answer, name).not.toMatchObject({ ok: false })
      else expect(answer, name).toMatchObject({ ok: false, kind: name === 'nobody' ? 'sign-in-needed' : 'not-allowed' })
    }
  })

  it('in the public zone what is the staff’s is not found, for a judge too', async () => {
    for (const zone of ['all', 'court', 'public'] as const) {
      const caller = call(contextOf(people['judge'] ?? anonymous, { zone }))
      const answers = [await settle(caller.forJudges()), await settle(caller.staffDoor())]
      if (zone === 'public') expect(answers).toMatchObject([{ kind: 'not-found' }, { kind: 'not-found' }])
      else expect(answers).toEqual([court.id, 'door'])
    }
  })

  it('in the court’s zone what is the parties’ alone is not found, for a person too', async () => {
    for (const zone of ['all', 'court', 'public'] as const) {
      const caller = call(contextOf(people['identified'] ?? anonymous, { zone }))
      const answers = [await settle(caller.forPeople()), await settle(caller.partyDoor())]
      if (zone === 'court') expect(answers).toMatchObject([{ kind: 'not-found' }, { kind: 'not-found' }])
      else expect(answers).toEqual(['person', 'door'])
    }
  })

  it('a weighty act asks for a proof that is fresh', async () => {
    const person = people['person'] ?? anonymous
    const at = (minutesAgo: number | null) =>
      contextOf(person, {
        verifiedAt: minutesAgo === null ? null : new Date(contextOf(person).use.now().getTime() - minutesAgo * 60_000),
      })
    expect(await settle(call(at(9)).weighty())).toBe('done')
    expect(await settle(call(at(11)).weighty())).toMatchObject({ kind: 'confirm-again', facts: { withinMinutes: 10 } })
    expect(await settle(call(at(null)).weighty())).toMatchObject({ kind: 'confirm-again' })
  })
})

describe('refusals in process are values', () => {
  it('of a use case as they stand, of a schema by field, with its own words or with Zod’s in both languages', async () => {
    const caller = call(contextOf(anonymous))
    expect(await caller.refuses()).toMatchObject({ ok: false, ruleId: 'rule.of-test' })
    const answer = await settle(caller.takes({ age: 3, name: 'much too long' }))
    expect(answer).toMatchObject({ ok: false, kind: 'invalid', fields: { age: { zh: '太小', en: 'Too small' } } })
    if (answer.ok) throw new Error('taken')
    expect(answer.fields?.['name']?.zh).toMatch(/\p{Script=Han}/u)
    expect(answer.fields?.['name']?.en).not.toMatch(/\p{Script=Han}/u)
  })

  it('a break is thrown on, and stands in the log with the request and the actor', async () => {
    logged.length = 0
    await expect(settle(call(contextOf(anonymous)).breaks())).rejects.toThrow()
    expect(logged).toMatchObject([{ path: 'breaks', actor: 'anonymous', requestId: expect.any(String) }])
  })
})

describe('over HTTP', () => {
  const origin = 'https://court.example'
  const ask = (path: string, init: RequestInit = {}, actor: Actor = anonymous) =>
    handleTrpc({
      root,
      request: new Request(`${origin}/api/trpc/${path}`, init),
      endpoint: '/api/trpc',
      origin,
      createContext: () => Promise.resolve(contextOf(actor)),
    })
  const json = { 'content-type': 'application/json', origin }
  const post = (body: unknown, headers: Record<string, string> = json) => ({
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

  it('a refusal becomes its status, with rule, reason and fields', async () => {
    const response = await ask('refuses')
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      error: {
        json: { message: 'rule.of-test', data: { messageKey: 'errors.refused', refusal: { fields: { name: {} } } } },
      },
    })
  })

  it.each([
    ['forPeople', 401],
    ['absent', 404],
    ['forAnyone', 200],
  ])('%s for nobody: %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status)
  })

  it('a break says nothing of the house', async () => {
    const response = await ask('breaks')
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toMatch(/secret_table|stack|at .*\.ts/)
    expect(JSON.parse(text)).toMatchObject({ error: { json: { message: 'broken' } } })
  })

  it('an answer is kept by nobody between', async () => {
    const { headers } = await ask('forAnyone')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['a form of another page', { 'content-type': 'text/plain' }, 415],
    ['a page of another site', { ...json, origin: 'https://evil.example' }, 403],
    ['our own page', json, 200],
  ])('a change sent by %s', async (_who, headers, status) => {
    const response = await ask('takes', post({ json: { age: 20, name: 'a' } }, headers))
    expect(response.status).toBe(status)
  })

  it('a megabyte is the end, whatever the length says', async () => {
    const response = await ask('takes', post(`{"json":{"age":20,"name":"${'x'.repeat(1_100_000)}"}}`))
    expect(response.status).toBe(413)
  })

  it('a batch has ten calls at most', async () => {
    const batch = (size: number) => `${Array.from({ length: size }, () => 'forAnyone').join(',')}?batch=1`
    expect((await ask(batch(10))).status).toBe(200)
    expect((await ask(batch(11))).status).toBe(400)
  })

  it.each(['not json', '{"json":', '[]', '{"json":{"age":"old"}}'])('%j is refused in words', async (body) => {
    const response = await ask('takes', post(body))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { json: { data: { refusal: { reason: { zh: expect.any(String) } } } } },
    })
  })
})
