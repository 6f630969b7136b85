import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Tx } from '@court/db/database'
import { createTestDatabase } from '@court/testkit/database'
import { sample } from '../report.ts'
import { undone } from '../undone.ts'
import { mutantsOf, nameOfMutant, policiesOf } from './mutants.ts'
import { blindReach, rightsOf, type RowLine } from './row-rights.ts'
import { buildRowWorld } from './row-world.ts'

const isFull = process.env['ACCESS_MATRIX'] === 'full'
const { all } = await createTestDatabase()
const world = await buildRowWorld(all)
const now = (table?: string) => undone(all, (inner) => inner.all((tx) => rightsOf(tx, world, table)))
const agreed = await now()

const line = ({ table, name, rights }: RowLine) => [table, name, ...rights].join('\t')

it('who may do what with which row is what was agreed', async () => {
  const head = ['table', 'row', ...world.scopes.map(({ name }) => name)].join('\t')
  await expect([head, ...agreed.map(line), ''].join('\n')).toMatchFileSnapshot('../../../access-rows.tsv')
})

/** What no scope of one court may ever do with a row of another, whatever the table above says. */
it('in one court nothing of another is touched', () => {
  const inMine = world.scopes.flatMap(({ name, role }, index) =>
    /^(app_public mine mine|(app_staff|app_admin|worker) mine)/.test(name) && role !== 'owner' ? [index] : [],
  )
  const touched = agreed.filter(
    ({ table, name, rights }) =>
      name === 'other' && !notOfCourts.includes(table) && inMine.some((index) => /[rudim]/.test(rights[index] ?? '')),
  )
  expect(touched.map(line)).toEqual([])
})

// Of persons and of the nation: read by whose they are, not by court.
const notOfCourts = ['draft', 'upload', 'national_audit']

const pictureOf = async (tx: Tx, table: string): Promise<string> =>
  [...(await rightsOf(tx, world, table)).map(line), (await blindReach(tx, world, table)).join()].join('\n')

it('every policy counts: taken away, or opened, the table is another', { timeout: 300_000 }, async () => {
  // Of the policies alone: what the grants would stop besides is not asked.
  await all.$executeRawUnsafe('grant all on all tables in schema public to app_public, app_staff, app_admin, worker')
  const tables = [...new Set(world.rows.map(({ table }) => table))]
  const whole = new Map<string, string>()
  for (const table of tables) whole.set(table, await undone(all, (inner) => inner.all((tx) => pictureOf(tx, table))))
  const every = mutantsOf(await undone(all, (inner) => inner.all(policiesOf)))
  // With `npm test` one policy of every name and kind; all of them with `npm run access-matrix`.
  const mutants = sample(every, isFull, ({ policy, how }) => `${policy.name} ${how}`)
  const missed: string[] = []
  for (const mutant of mutants) {
    const { table } = mutant.policy
    const changed = await undone(all, (inner) =>
      inner.all(async (tx) => {
        await tx.$executeRawUnsafe(mutant.sql)
        return pictureOf(tx, table)
      }),
    )
    if (changed === whole.get(table)) missed.push(nameOfMutant(mutant))
  }
  const file = process.env['ACCESS_POLICIES_REPORT']
  const policies = new Set(mutants.map(({ policy }) => `${policy.table}.${policy.name}`)).size
  if (file)
    writeFileSync(
      file,
      JSON.stringify({
        policies,
        policiesMutated: mutants.length,
        mutantsCaught: mutants.length - missed.length,
        missed,
      }),
    )
  expect(every.length).toBeGreaterThan(200)
  expect(missed).toEqual([])
})
