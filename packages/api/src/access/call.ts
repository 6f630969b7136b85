import { testKeys } from '@court/testkit/context'
import type { TestPorts } from '@court/testkit/ports'
import type { UseCaseContext } from '@court/usecases/context'
import { kindOf } from '@court/usecases/refusal'
import { createAdminCaller } from '../admin-root.ts'
import type { ApiContext } from '../context.ts'
import { isRefusal, settle } from '../errors.ts'
import { createWebCaller } from '../web-root.ts'
import type { Attempt, Outcome, Site } from './declare.ts'
import type { ActorName } from './people.ts'
import type { Inner } from './undone.ts'
import type { World } from './world.ts'

export type Where = {
  world: World
  ports: TestPorts
  inner: Inner
  site: Site
  name: ActorName
  object: string
}

/** The context of somebody who stands before a procedure. */
export function attemptOf({ world, ports, inner, site, name, object }: Where): Attempt {
  const who = world.people[name]
  return { world, who, object, site, inner, ports, ctx: useOf(world, inner, site, name) }
}

function useOf(world: World, inner: Inner, site: Site, name: ActorName): UseCaseContext {
  const { actor } = world.people[name]
  return { ...world.as(actor), db: site === 'web' ? inner.web : inner.admin, keys: testKeys }
}

type Called = { path: string; input: unknown; zone?: ApiContext['zone']; verifiedMinutesAgo?: number }

/** Calls a procedure as the pages do: in process, with refusals as values. */
export function call({ ctx, site, world }: Attempt, { path, input, zone = 'all', verifiedMinutesAgo = 0 }: Called) {
  const context: ApiContext = {
    use: ctx,
    zone,
    transport: 'in-process',
    browser: { app: site, userAgent: 'the matrix' },
    verifiedAt: new Date(world.clock.now().getTime() - verifiedMinutesAgo * 60_000),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  const caller = site === 'web' ? createWebCaller(context) : createAdminCaller(context)
  const [area = '', name = ''] = path.split('.')
  const areas = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const procedure = areas[area]?.[name]
  if (!procedure) throw new Error(`there is no procedure ${path}`)
  return settle(procedure(input))
}

export const outcomeOf = (answer: unknown): Outcome => (isRefusal(answer) ? kindOf(answer) : 'ok')

/** An answer as it would leave the house. */
export const textOf = (answer: unknown): string =>
  JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
