import { describe, expect, it } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { createTestPorts } from '@court/testkit/ports'
import { isRefusal } from '../errors.ts'
import { textOf } from './call.ts'
import { sites, type Running } from './cells.ts'
import { declared } from './declared/index.ts'
import { doors } from './door.ts'
import { callTwice, goodCell, otherCourt, runAll, showRefusal, useCaseOf, wrongRoles } from './guarantees.ts'
import { buildWorld } from './world.ts'

const database = await createTestDatabase()
const ports = await createTestPorts()
const running: Running = { client: database.all, world: await buildWorld(database, ports), ports }

// What nobody has declared is named by the matrix (`access-matrix.test.ts`), which fails.
const useCases = sites.flatMap((site) =>
  doors[site].filter(({ path }) => declared[site][path]).map((line) => ({ name: `${site} ${line.path}`, site, line })),
)

/** What a query may leave: the try is counted, the look is written down. */
const leftByQueries = ['rate_limit', 'audit', 'national_audit']

describe.each(useCases)('$name', ({ site, line }) => {
  const useCase = useCaseOf(running, site, line)

  it('succeeds for whom it is', async () => {
    expect(await runAll(running, [goodCell(useCase)])).toEqual([])
  })

  it('refuses, says by which rule and what to do, and leaves nothing', async () => {
    const { refused } = useCase.about
    const shown = await showRefusal(running, useCase)
    if (refused !== 'byForm') expect(shown.ruleId).toBe(refused.by)
    expect(shown.zh).toMatch(/\p{Script=Han}.{3,}/u)
    expect(shown.en).toMatch(/^[^\p{Script=Han}]{12,}$/u)
    expect(shown.wrote).toEqual([])
  })

  it('keeps out the wrong roles', async () => {
    const cells = wrongRoles(running, useCase)
    expect(cells.length).toBeGreaterThan(0)
    expect(await runAll(running, cells)).toEqual([])
  })

  it('shows nothing of another court', async () => {
    const cells = otherCourt(running, useCase)
    expect(cells.length).toBeGreaterThan(0)
    expect(await runAll(running, cells)).toEqual([])
  })

  it('once more is no more', async () => {
    const { again } = useCase.about
    const { first, second, wroteFirst, wroteAgain } = await callTwice(running, useCase)
    expect(isRefusal(first), textOf(first)).toBe(false)
    expect(wroteAgain).toEqual([])
    if (again.answer === 'same') expect(second).toEqual(first)
    else if (again.answer === 'fresh') expect(isRefusal(second), textOf(second)).toBe(false)
    else expect(second).toMatchObject({ ok: false, ruleId: again.answer.slice('refused: '.length) })
    if (line.type === 'query') expect(wroteFirst.filter((table) => !leftByQueries.includes(table))).toEqual([])
  })
})
