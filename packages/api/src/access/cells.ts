import type { PrismaClient } from '@court/db/generated/client'
import type { TestPorts } from '@court/testkit/ports'
import { attemptOf, call, outcomeOf, textOf } from './call.ts'
import { declared } from './declared/index.ts'
import type { Outcome, Relation, Site } from './declare.ts'
import { absentIn, doors, isNeverHere, refusedAtDoor, type DoorLine } from './door.ts'
import type { ActorName } from './people.ts'
import { undone, type Inner } from './undone.ts'
import { actorNames, secretsFrom, type World } from './world.ts'

/** One square of the matrix: who calls what about which object, under which circumstance, and what must come of it. */
export type Cell = {
  site: Site
  line: DoorLine
  actor: ActorName
  object: string
  relation: Relation
  circumstance: 'usual' | 'stale' | 'public' | 'court'
  expected: Outcome
}

export type Finding = { cell: string; kind: 'leak' | 'shut' | 'broken'; what: string }

export const sites: readonly Site[] = ['web', 'admin']

/** Every procedure × everybody × every object it can name; besides, proofs that are too old, and the zones where it does not exist. */
export function cellsOf(world: World): Cell[] {
  return sites.flatMap((site) => doors[site].flatMap((line) => cellsOfProcedure(world, site, line)))
}

export function cellsOfProcedure(world: World, site: Site, line: DoorLine): Cell[] {
  const about = declared[site][line.path]
  // One that nobody has declared fails a test of its own, which names it.
  if (!about) return []
  return actorNames(world).flatMap((actor) => {
    const who = world.people[actor]
    if (isNeverHere(site, line, who)) return []
    const atDoor = refusedAtDoor(line, who)
    const cells: Cell[] = about.objects.map((object) => ({
      site,
      line,
      actor,
      object,
      relation: about.relation(who, object),
      circumstance: 'usual',
      expected: atDoor ?? about.expect(who, object, site),
    }))
    const [first] = cells
    if (!first) return []
    if (line.recentMinutes !== null && atDoor === null)
      cells.push({ ...first, circumstance: 'stale', expected: 'confirm-again' })
    for (const zone of site === 'web' ? absentIn(line) : [])
      cells.push({ ...first, circumstance: zone, expected: 'not-found' })
    return cells
  })
}

/** What those are told for whom something is not there, by procedure: always the same, whether it exists or not. */
export type Absences = Map<string, Set<string>>

export type Running = { absences?: Absences; client: PrismaClient; world: World; ports: TestPorts }

/** Tries one cell in a transaction that is undone; null when all is as declared. */
export const runCell = (running: Running, cell: Cell): Promise<Finding | null> =>
  undone(running.client, (inner) => tryCell(running, inner, cell))

export async function tryCell({ world, ports, absences }: Running, inner: Inner, cell: Cell): Promise<Finding | null> {
  const { site, line, actor, object, circumstance, expected } = cell
  const about = declared[site][line.path]
  const attempt = attemptOf({ world, ports, inner, site, name: actor, object })
  const found = (kind: Finding['kind'], what: string): Finding => ({ cell: nameOf(cell), kind, what })
  let answer: unknown
  try {
    const input = await about?.input?.(attempt)
    answer = await call(attempt, {
      path: line.path,
      input,
      zone: circumstance === 'public' || circumstance === 'court' ? circumstance : 'all',
      verifiedMinutesAgo: circumstance === 'stale' ? (line.recentMinutes ?? 0) + 1 : 0,
    })
  } catch (error) {
    return found('broken', error instanceof Error ? error.message.slice(-300) : String(error))
  }
  const outcome = outcomeOf(answer)
  const text = textOf(answer)
  if (outcome !== expected)
    return found(expected === 'ok' ? 'shut' : outcome === 'ok' ? 'leak' : 'broken', `${outcome} instead of ${expected}`)
  if (outcome === 'not-found' && circumstance === 'usual') noteAbsence(absences, cell, text)
  const allowed = new Set(outcome === 'ok' ? (about?.shows?.(attempt) ?? []) : [])
  const shown = secretsFrom(world, actor).filter((secret) => text.includes(secret) && !allowed.has(secret))
  if (shown.length > 0) return found('leak', `shows ${shown.join(', ')}`)
  const left = outcome === 'ok' ? await about?.leaves?.(attempt) : null
  return left ? found('leak', left) : null
}

function noteAbsence(absences: Absences | undefined, { site, line }: Cell, text: string): void {
  const key = `${site} · ${line.path}`
  absences?.set(key, (absences.get(key) ?? new Set()).add(text))
}

/** Procedures that answer differently for what does not exist and for what one may not see. */
export const unequalAbsences = (absences: Absences): Finding[] =>
  [...absences].flatMap(([cell, texts]) =>
    texts.size > 1
      ? [{ cell, kind: 'leak' as const, what: `says it in ${texts.size} ways: ${[...texts].join(' / ')}` }]
      : [],
  )

export const nameOf = ({ site, line, actor, object, relation, circumstance }: Cell): string =>
  [site, line.path, actor, object, relation, ...(circumstance === 'usual' ? [] : [circumstance])].join(' · ')
