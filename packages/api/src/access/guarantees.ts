import { isRefusal } from '../errors.ts'
import { handleTrpc } from '../http.ts'
import { adminRouter } from '../admin-root.ts'
import { webRouter } from '../web-root.ts'
import { attemptOf, call, textOf } from './call.ts'
import { cellsOfProcedure, runCell, type Cell, type Running } from './cells.ts'
import { declared } from './declared/index.ts'
import type { Attempt, Declared, Site } from './declare.ts'
import { refusedAtDoor, type DoorLine } from './door.ts'
import { changedTables, footprint } from './footprint.ts'
import type { ActorName } from './people.ts'
import { undone, type Inner } from './undone.ts'

export type UseCase = { site: Site; line: DoorLine; about: Declared; cells: Cell[] }

/** Everything that is declared of a procedure, with its part of the matrix. */
export function useCaseOf({ world }: Running, site: Site, line: DoorLine): UseCase {
  const about = declared[site][line.path]
  if (!about) throw new Error(`nobody has declared ${line.path} of ${site}: see access/declare.ts`)
  return { site, line, about, cells: cellsOfProcedure(world, site, line) }
}

/** Whom and what success is shown with. */
export function goodCell({ about, cells, line }: UseCase): Cell {
  const [actor, object] = about.as ?? []
  const found = cells.find(
    (cell) =>
      cell.expected === 'ok' &&
      cell.circumstance === 'usual' &&
      (actor === undefined || cell.actor === actor) &&
      (object === undefined || cell.object === object),
  )
  if (!found) throw new Error(`${line.path}: nobody succeeds; name somebody who does with \`as\``)
  return found
}

const stand = (running: Running, inner: Inner, site: Site, name: ActorName, object: string): Attempt =>
  attemptOf({ ...running, inner, site, name, object })

// A refusal leaves nothing but counts of tries, and that somebody tried.
const countsOfTries = ['rate_limit', 'national_audit', 'staff_account', 'login_code']

export type RefusalShown = { ruleId: string; zh: string; en: string; wrote: string[] }

/** The refused input that was declared: by which rule, in which words, and what it left. */
export function showRefusal(running: Running, useCase: UseCase): Promise<RefusalShown> {
  const { about, line, site } = useCase
  const { refused } = about
  if (refused === 'byForm') return refusedByForm(useCase)
  const good = goodCell(useCase)
  return undone(running.client, async (inner) => {
    const attempt = stand(running, inner, site, refused.as ?? good.actor, refused.object ?? good.object)
    const input = await refused.input(attempt)
    const before = await footprint(inner)
    const answer = await call(attempt, { path: line.path, input })
    if (!isRefusal(answer)) throw new Error(`not refused: ${textOf(answer).slice(0, 300)}`)
    const wrote = changedTables(before, await footprint(inner), countsOfTries)
    return { ruleId: answer.ruleId, ...answer.reason, wrote }
  })
}

/** Who takes nothing and turns nobody away still refuses what does not come as our own pages send it. */
async function refusedByForm({ site, line }: UseCase): Promise<RefusalShown> {
  const origin = 'https://court.example'
  const request = new Request(`${origin}/api/trpc/${line.path}`, {
    method: line.type === 'query' ? 'PUT' : 'POST',
    headers: { 'content-type': 'text/plain', origin },
    body: '{}',
  })
  const root = site === 'web' ? webRouter : adminRouter
  const createContext = () => Promise.reject(new Error('refused before anybody is looked up'))
  const response = await handleTrpc({ root, request, endpoint: '/api/trpc', origin, createContext })
  const body = (await response.json()) as {
    error: { data: { refusal: { ruleId: string; reason: { zh: string; en: string } } } }
  }
  const { ruleId, reason } = body.error.data.refusal
  return { ruleId, ...reason, wrote: [] }
}

/** Of each kind of people one: the matrix tries them all. */
function oneOfEach({ world }: Running, cells: readonly Cell[]): Cell[] {
  const first = new Map<string, Cell>()
  for (const cell of cells) {
    const { actor, court } = world.people[cell.actor]
    const kind = [actor.kind, court, cell.object, cell.circumstance].join()
    if (!first.has(kind)) first.set(kind, cell)
  }
  return [...first.values()]
}

/** Whoever the door keeps out; for a procedure that is open to all, somebody unknown, who must be shown nothing of anybody. */
export function wrongRoles(running: Running, { line, cells }: UseCase): Cell[] {
  const { world } = running
  const usual = cells.filter(({ circumstance, object }) => circumstance === 'usual' && object === cells[0]?.object)
  const kept = usual.filter(({ actor }) => refusedAtDoor(line, world.people[actor]) !== null)
  const elsewhere = cells
    .filter(({ circumstance }) => circumstance === 'public' || circumstance === 'court')
    .slice(0, 1)
  const unknown = usual.filter(({ actor }) => actor === 'anonymous')
  return oneOfEach(running, [...(kept.length > 0 ? kept : unknown), ...elsewhere])
}

/** What is of another court, for those who pass the door; where nothing is named, people of the other court, who must find nothing of this one. */
export function otherCourt(running: Running, { line, cells }: UseCase): Cell[] {
  const { world } = running
  const past = cells.filter(
    ({ actor, circumstance }) => circumstance === 'usual' && refusedAtDoor(line, world.people[actor]) === null,
  )
  const named = past.filter(({ relation }) => relation === 'other-court' || relation === 'superior')
  if (named.length > 0) return oneOfEach(running, named)
  const isForeign = (actor: string) => actor.startsWith('foreign-') || actor.startsWith('high-')
  const foreign = past.filter(({ actor }) => isForeign(actor))
  const kept = cells.filter(({ actor, circumstance }) => circumstance === 'usual' && isForeign(actor))
  return oneOfEach(running, foreign.length > 0 ? foreign : kept)
}

export type Repeated = { first: unknown; second: unknown; wroteFirst: string[]; wroteAgain: string[] }

/** The very same call twice: both answers, and what each wrote. */
export function callTwice(running: Running, useCase: UseCase): Promise<Repeated> {
  const { line, about, site } = useCase
  const good = goodCell(useCase)
  return undone(running.client, async (inner) => {
    const attempt = stand(running, inner, site, good.actor, good.object)
    const input = await about.input?.(attempt)
    const before = await footprint(inner)
    const first = await call(attempt, { path: line.path, input })
    const between = await footprint(inner)
    const second = await call(attempt, { path: line.path, input })
    const after = await footprint(inner)
    return {
      first,
      second,
      wroteFirst: changedTables(before, between),
      wroteAgain: changedTables(between, after, about.again.writes),
    }
  })
}

export const runAll = async (running: Running, cells: readonly Cell[]) => {
  const findings = []
  for (const cell of cells) {
    const finding = await runCell(running, cell)
    if (finding) findings.push(finding)
  }
  return findings
}
