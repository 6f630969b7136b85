import type { AnyRouter } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { anonymous, testContext } from '@court/testkit/context'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import type { Actor } from '@court/usecases/actor'
import { adminRouter } from '../admin-root.ts'
import { handleTrpc } from '../http.ts'
import { listProcedures } from '../list-procedures.ts'
import { webRouter } from '../web-root.ts'

const { db, adminDb, all } = await createTestDatabase()
const origin = 'https://court.example'
const logged: { fields: Record<string, unknown>; message: string }[] = []
const note = (fields: Record<string, unknown>, message: string) => void logged.push({ fields, message })
const log = { info: note, warn: note, error: note }

const roots: [site: 'web' | 'admin', root: AnyRouter][] = [
  ['web', webRouter],
  ['admin', adminRouter],
]
const ask = (site: 'web' | 'admin', path: string, init: RequestInit = {}, actor: Actor = anonymous) =>
  handleTrpc({
    root: site === 'web' ? webRouter : adminRouter,
    request: new Request(`${origin}/api/trpc/${path}`, init),
    endpoint: '/api/trpc',
    origin,
    createContext: () =>
      Promise.resolve({
        use: testContext({ db: site === 'admin' ? adminDb : db, actor }),
        zone: 'all',
        transport: 'http',
        browser: { app: site, userAgent: 'a test' },
        verifiedAt: null,
        log,
      }),
  })

const json = { 'content-type': 'application/json', origin }
const mutations = roots.flatMap(([site, root]) =>
  listProcedures(root).flatMap(({ path, type }) =>
    type === 'mutation' ? [[`${site} ${path}`, site, path] as const] : [],
  ),
)

describe('no other site makes a browser change anything', () => {
  test('there are changes to try', () => expect(mutations.length).toBeGreaterThan(40))

  test.each(mutations)('%s', async (_name, site, path) => {
    // What a page of another site can send without asking first (CORS-safelisted), and with what a change must not be made.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])
      expect(
        (await ask(site, path, { method: 'POST', headers: { 'content-type': type }, body: '{}' })).status,
        type,
      ).toBe(415)
    for (const from of [
      'https://evil.example',
      'null',
      'http://court.example',
      'https://court.example.evil.example',
      'https://court.example:444',
    ])
      expect(
        (await ask(site, path, { method: 'POST', headers: { ...json, origin: from }, body: '{}' })).status,
        from,
      ).toBe(403)
    const byAddress = await ask(site, `${path}?input=${encodeURIComponent('{"json":{}}')}`, {
      headers: { 'x-http-method-override': 'POST' },
    })
    expect(byAddress.status).toBe(405)
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await ask(site, path, { method, headers: json, body: '{}' })).status, method).toBe(405)
  })

  test('no answer allows another site to read it', async () => {
    const { headers } = await ask('web', 'courts.list', { headers: { origin: 'https://evil.example' } })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a request that asks for too much is refused before it costs anything', () => {
  const batch = (path: string, size: number) => `${Array.from({ length: size }, () => path).join(',')}?batch=1`
  test.each(roots)('%s: eleven calls at once, in the address or in the body', async (site) => {
    expect((await ask(site, batch('accounts.whoAmI', 11))).status).toBe(400)
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [index, { json: null }])))
    const answer = await ask(site, batch('accounts.signOut', 11), { method: 'POST', headers: json, body })
    expect(answer.status).toBe(400)
  })

  test.each(roots)('%s: more than a megabyte, also when the length says less', async (site) => {
    const body = `{"json":"${'x'.repeat(1_100_000)}"}`
    for (const claimed of [undefined, '10'])
      expect(
        (
          await ask(site, 'accounts.setPreferences', {
            method: 'POST',
            headers: { ...json, ...(claimed ? { 'content-length': claimed } : {}) },
            body,
          })
        ).status,
      ).toBe(413)
  })

  test('what is nested a thousand deep', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    for (const inner of [deep, `{"a":${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}}`]) {
      const { status } = await ask('web', 'accounts.setPreferences', {
        method: 'POST',
        headers: json,
        body: `{"json":${inner}}`,
      })
      expect([400, 413]).toContain(status)
    }
  })

  test('a page of a list is a hundred rows at most', () => {
    const limits = roots.flatMap(([, root]) =>
      listProcedures(root).flatMap(({ path, input }) => {
        const { limit } = (input as { properties?: Record<string, { maximum?: number }> } | null)?.properties ?? {}
        return limit ? [[path, limit.maximum ?? Infinity] as const] : []
      }),
    )
    expect(limits.length).toBeGreaterThan(3)
    expect(limits.filter(([, maximum]) => maximum > 100)).toEqual([])
  })
})

test('no procedure takes an address that the server would fetch', () => {
  const taken = roots.flatMap(([, root]) =>
    listProcedures(root).filter(({ input }) =>
      /"format":"(uri|url|hostname|ipv[46])"|"(url|href|callback|webhook|endpoint|host)":/i.test(JSON.stringify(input)),
    ),
  )
  expect(taken.map(({ path }) => path)).toEqual([])
})

describe('the wire carries data and nothing else', () => {
  test.each([
    '{"json":{"__proto__":{"isAdmin":true}}}',
    '{"json":{"constructor":{"prototype":{"isAdmin":true}}}}',
    '{"json":{"a":{}},"meta":{"values":{"a.__proto__.isAdmin":["undefined"]}}}',
    '{"json":{},"meta":{"values":{"__proto__.isAdmin":["Date"]},"referentialEqualities":{"__proto__":["a"]}}}',
    '{"__proto__":{"isAdmin":true},"json":{}}',
  ])('%s makes nobody an administrator', async (body) => {
    const { status } = await ask('web', 'accounts.setPreferences', { method: 'POST', headers: json, body })
    expect(status).toBeLessThan(500)
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  test('no path reaches what is no procedure', async () => {
    for (const path of [
      '__proto__',
      'constructor',
      'accounts',
      'accounts.__proto__',
      'toString',
      '_def',
      '%2e%2e/x',
      'a'.repeat(5000),
    ])
      expect([400, 404], path).toContain((await ask('web', path)).status)
  })
})

test('whoever asks for what is not theirs stands in the log, with what they asked for; a stranger at the door does not fill it', async () => {
  const court = await buildCourt(all)
  const [clerk, person] = [
    await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'] }),
    await buildPerson(all),
  ]
  const input = (value: unknown) => `input=${encodeURIComponent(JSON.stringify({ json: value }))}`
  const caseId = crypto.randomUUID()
  logged.length = 0
  await ask('web', `desk.judgeDocket?${input({})}`, {}, clerk)
  await ask('web', `cases.page?${input({ courtSlug: court.slug, caseId })}`, {}, person)
  await ask(
    'web',
    'cases.perform',
    {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        json: { courtSlug: court.slug, caseId, action: 'accept-filing', input: {}, key: 'a-key-of-ours', headSeq: 1 },
      }),
    },
    person,
  )
  await ask('web', `cases.page?${input({ courtSlug: court.slug, caseId })}`)
  expect(logged.map(({ fields, message }) => [message, fields['path'], fields['actor'], fields['outcome']])).toEqual([
    ['denied', 'desk.judgeDocket', clerk.staffId, 'not-allowed'],
    ['denied', 'cases.page', person.personId, 'not-found'],
    ['called', 'cases.perform', person.personId, 'not-found'],
  ])
  expect(logged[1]?.fields).toMatchObject({ caseId })
})

describe('what a caller sends does not write the log', () => {
  test('no line of it, no word of a text, no number', async () => {
    const court = await buildCourt(all)
    const people = [await buildPerson(all), await buildStaff(all, { courtId: court.id, roles: ['judge'] })]
    logged.length = 0
    const evil = 'x\r\n{"level":"error","msg":"forged"} 330212199001011234 13800138000'
    for (const actor of people)
      for (const [path, input] of [
        ['accounts.setPreferences', { locale: evil }],
        ['cases.perform', { courtSlug: evil, caseId: evil, action: evil, input: { a: evil }, key: evil, headSeq: 1 }],
        ['filing.start', { courtSlug: evil, key: evil }],
        ['accounts.endSession', { sessionId: evil }],
      ] as const)
        await ask('web', path, { method: 'POST', headers: json, body: JSON.stringify({ json: input }) }, actor)
    expect(logged.length).toBeGreaterThan(0)
    const text = JSON.stringify(logged)
    expect(text).not.toMatch(/forged|\\r|\\n|330212199001011234|13800138000/)
  })
})
