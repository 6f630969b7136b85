import type { AnyRouter } from '@trpc/server'
import { z } from 'zod'
import { beforeAll, describe, expect, test } from 'vitest'
import { staffRoles, type Actor } from '@court/usecases/actor'
import { newId } from '@court/usecases/new-id'
import { anonymous, testContext } from '@court/testkit/context'
import { buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { createTestPorts } from '@court/testkit/ports'
import { buildWorkingCourts } from '@court/testkit/working-court'
import { adminRouter } from '../admin-root.ts'
import type { ApiContext } from '../context.ts'
import { handleTrpc } from '../http.ts'
import { webRouter } from '../web-root.ts'
import type { ProcedureMeta } from '../procedures.ts'
import { isAllowed } from '../who.ts'
import { openObjects, sampleInput, schemaOf, withText } from './sample-input.ts'

type Procedure = { path: string; type: string; meta: ProcedureMeta; input: z.ZodType | null }
const proceduresOf = (root: AnyRouter): Procedure[] =>
  Object.entries(
    root._def.procedures as Record<string, { _def: { type: string; meta: ProcedureMeta; inputs: unknown[] } }>,
  ).map(([path, { _def }]) => ({
    path,
    type: _def.type,
    meta: _def.meta,
    input: _def.inputs[0] instanceof z.ZodType ? _def.inputs[0] : null,
  }))
const roots = { web: webRouter, admin: adminRouter } as const
const all = Object.entries(roots).flatMap(([site, root]) =>
  proceduresOf(root).map((one) => ({ ...one, site: site as keyof typeof roots })),
)
const taking = all.filter((one): one is (typeof all)[number] & { input: z.ZodType } => one.input !== null)
const named = taking.map((one) => [`${one.site} ${one.path}`, one] as const)

describe('an input takes what it names and nothing else', () => {
  test.each(named)('%s', (_name, { input }) => {
    expect(openObjects(schemaOf(input))).toEqual([])
    const { value } = sampleInput(schemaOf(input), newId())
    for (const extra of ['isAdmin', 'courtId_', 'personId_', '__proto__x', 'constructor']) {
      const read = input.safeParse({ ...(value as object), [extra]: 'x' })
      expect(
        read.error?.issues.map(({ code }) => code),
        extra,
      ).toContain('unrecognized_keys')
    }
  })
})

const database = await createTestDatabase()
const ports = await createTestPorts()
let people: Actor[]
let court: BuiltCourt
beforeAll(async () => {
  const { courts } = await buildWorkingCourts(database, ['浙0212'])
  court = courts['浙0212'] as BuiltCourt
  people = [
    await buildPerson(database.all),
    await buildStaff(database.all, { courtId: court.id, roles: staffRoles }),
    anonymous,
  ]
})

const broke: unknown[] = []
const log = { info: () => {}, warn: () => {}, error: (fields: unknown) => void broke.push(fields) }
const origin = 'https://court.example'

async function call(
  { site, path, type }: { site: keyof typeof roots; path: string; type: string },
  actor: Actor,
  input: unknown,
) {
  const context: ApiContext = {
    use: testContext({ db: site === 'admin' ? database.adminDb : database.db, actor, ports, clientAddress: null }),
    zone: 'all',
    transport: 'http',
    browser: { app: site, userAgent: 'a test' },
    verifiedAt: new Date('2026-01-01T00:00:00Z'),
    log,
  }
  const body = JSON.stringify({ json: input })
  const isQuery = type === 'query'
  const response = await handleTrpc({
    root: roots[site],
    request: new Request(
      `${origin}/api/trpc/${path}${isQuery ? `?input=${encodeURIComponent(body)}` : ''}`,
      isQuery ? {} : { method: 'POST', headers: { 'content-type': 'application/json', origin }, body },
    ),
    endpoint: '/api/trpc',
    origin,
    createContext: () => Promise.resolve({ ...context, verifiedAt: context.use.now() }),
  })
  return { status: response.status, text: await response.text() }
}

/** What a text can do to those who take it for something else. */
export const evilTexts: Record<string, unknown> = {
  'SQL that ends a statement': "'; drop table person; --",
  'SQL that is always true': "' or '1'='1",
  'a NUL': 'a\0b',
  'half a character': 'a\ud800b',
  'a line of a header': 'a\r\nSet-Cookie: x=1',
  markup: '<script>alert(1)</script>',
  'an attribute': '" onload="alert(1)',
  'a template': '${7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  'a path': '../../../../etc/passwd',
  'a formula': '=HYPERLINK("http://evil.example","x")',
  'a pattern that matches all': '%_%',
  'a shell': '$(id)`id`|id;id',
  'an object instead': { $ne: null, __proto__: { isAdmin: true } },
  'a list instead': ['a', 'b'],
  'a name of every object': '__proto__',
  'another, "constructor"': 'constructor',
  'written from right to left': '\u202egnp.exe',
  'a directory query': '*)(uid=*))(|(uid=*',
  'an expression of the code': 'true || size(parties) >= 0',
  'too much': 'a'.repeat(100_000),
  'slow for a pattern': `${'a'.repeat(5000)}!`,
  'many digits': '9'.repeat(400),
  'a number of a kind': 'NaN',
  'digits of another script': '१२३',
}

describe('no text in any input breaks anything: it is taken as text or refused', () => {
  test.each(named)('%s', async (_name, procedure) => {
    const schema = schemaOf(procedure.input)
    const { value, texts } = sampleInput(schema, newId())
    // On the console nobody is a person.
    const there = people.filter(({ kind }) => procedure.site === 'web' || kind !== 'person')
    const actor = there.find((one) => isAllowed(one, procedure.meta.allow)) ?? anonymous
    for (const [what, text] of Object.entries(evilTexts))
      for (const [index, place] of texts.entries()) {
        // What the form itself refuses need not be sent from each place: nothing behind the form sees it.
        if (index > 0 && !procedure.input.safeParse(withText(value, place, text)).success) continue
        broke.length = 0
        const { status, text: answer } = await call(procedure, actor, withText(value, place, text))
        expect({ what, place, status, broke: [...broke], answer: status >= 500 ? answer : '' }).toMatchObject({
          broke: [],
        })
        expect(status, `${what} at ${place.join('.')}: ${answer}`).not.toBe(500)
        expect(answer).not.toMatch(/syntax error|prisma|at .*\.ts:\d/i)
      }
  })

  test('and the tables are all still there', async () => {
    expect(await database.all.person.count()).toBeGreaterThan(0)
    expect(await database.all.court.count()).toBeGreaterThan(1)
  })
})
