import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { createTestPorts } from '@court/testkit/ports'
import { adminRouter } from '../admin-root.ts'
import { listProcedures } from '../list-procedures.ts'
import { webRouter } from '../web-root.ts'
import { actionCells, codeOfWorld, runActionCell, type ActionCell } from './action-cells.ts'
import { cellsOf, runCell, sites, unequalAbsences, type Absences, type Cell, type Finding } from './cells.ts'
import { declared } from './declared/index.ts'
import { reportOf, sample } from './report.ts'
import { buildWorld } from './world.ts'

// `npm run access-matrix` runs every cell; with `npm test` one of every kind is tried.
const isFull = process.env['ACCESS_MATRIX'] === 'full'
const database = await createTestDatabase()
const ports = await createTestPorts()
const roots = { web: webRouter, admin: adminRouter }

it.each(sites)('%s: every procedure is declared, and nothing else', (site) => {
  const paths = listProcedures(roots[site]).map(({ path }) => path)
  expect(
    paths.filter((path) => !declared[site][path]),
    'declare them: see access/declare.ts',
  ).toEqual([])
  expect(Object.keys(declared[site]).filter((path) => !paths.includes(path))).toEqual([])
})

describe('the matrix', async () => {
  const world = await buildWorld(database, ports)
  const absences: Absences = new Map()
  const running = { client: database.all, world, ports, absences }
  const cells = sample(cellsOf(world), isFull, kindOfCell)
  const actions = sample(actionCells(world, codeOfWorld()), isFull, kindOfAction)
  const findings: Finding[] = []

  it('every cell is as it was declared', { timeout: 1_200_000 }, async () => {
    for (const cell of cells) note(await runCell(running, cell))
    findings.push(...unequalAbsences(absences))
    expect(findings).toEqual([])
  })

  it(
    'every action of the code is for those whom the pack names, in the states it names',
    { timeout: 1_200_000 },
    async () => {
      const before = findings.length
      for (const cell of actions) note(await runActionCell(running, cell))
      expect(findings.slice(before)).toEqual([])
    },
  )

  afterAll(() => {
    const file = process.env['ACCESS_REPORT']
    if (file) writeFileSync(file, JSON.stringify(reportOf(cells, actions, findings)))
  })

  const note = (finding: Finding | null) => void (finding && findings.push(finding))
})

const kindOfCell = ({ site, line, relation, circumstance, expected }: Cell) =>
  [site, line.path, relation, circumstance, expected].join()
const kindOfAction = ({ procedure, action, expected }: ActionCell) =>
  procedure === 'cases.actionForm' ? [action, expected].join() : [procedure, expected].join()
