import { initTRPC } from '@trpc/server'
import { confirmAgain, notAllowed, notFound, signInNeeded, type Refusal } from '@court/usecases/refusal'
import type { ApiContext, Zone } from './context.ts'
import { errorFrom, isRefusal, shapeError } from './errors.ts'
import { callOf, logDenial, outcomeOf } from './log-call.ts'
import { brokenText, isWholeText } from './whole-text.ts'
import { isAllowed, isForPeopleAlone, isForStaffAlone, type ActorFor, type Allow } from './who.ts'
import { wire } from './wire.ts'

/** Every procedure carries this; it is the expected side of the access matrix. */
export type ProcedureMeta = {
  allow: Allow
  recentMinutes?: number
  /** Open to anybody, but only where the staff is: the sign-in of staff does not exist in the public zone. */
  isStaffDoor?: boolean
  /** Open to anybody, but not in the court's zone: people with a phone sign in on the public network. */
  isPartyDoor?: boolean
}

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({ transformer: wire, errorFormatter: shapeError, isServer: true })

export const router = t.router
export const mergeRouters = t.mergeRouters
export const createCallerFactory = t.createCallerFactory

/**
 * The only way to begin a procedure: it says who may call it. `recentMinutes` asks in addition that whoever calls proved who they are not
 * longer ago than that. What the use case refuses is given back as a value in process and as a status over HTTP.
 */
export function procedureFor<const A extends Allow>(allow: A, options: Omit<ProcedureMeta, 'allow'> = {}) {
  const meta: ProcedureMeta = { allow, ...options }
  return t.procedure.meta(meta).use(async ({ ctx, next, path, type, getRawInput }) => {
    const begun = performance.now()
    const refusal = refusalAtTheDoor(ctx, meta)
    if (refusal) {
      logDenial(ctx, callOf(ctx, path, await getRawInput()), refusal)
      throw errorFrom(refusal)
    }
    if (!isWholeText(await getRawInput())) throw errorFrom(brokenText())
    // The door above let in nobody but those named in `allow`.
    const actor = ctx.use.actor as ActorFor<A[number]>
    const result = await next({ ctx: { ...ctx, use: { ...ctx.use, actor } } })
    if (type === 'mutation') {
      const milliseconds = Math.round(performance.now() - begun)
      ctx.log.info({ ...callOf(ctx, path, await getRawInput()), outcome: outcomeOf(result), milliseconds }, 'called')
    }
    if (result.ok && isRefusal(result.data)) {
      if (type !== 'mutation') logDenial(ctx, callOf(ctx, path, await getRawInput()), result.data)
      if (ctx.transport === 'http') throw errorFrom(result.data)
    }
    if (!result.ok && result.error.code === 'INTERNAL_SERVER_ERROR')
      ctx.log.error(
        { ...callOf(ctx, path, await getRawInput()), error: result.error.cause ?? result.error },
        'a procedure broke',
      )
    return result
  })
}

function refusalAtTheDoor(ctx: ApiContext, meta: ProcedureMeta): Refusal | null {
  const { allow, recentMinutes } = meta
  const { actor } = ctx.use
  if (!isInZone(meta, ctx.zone)) return notFound()
  if (!isAllowed(actor, allow)) return actor.kind === 'anonymous' ? signInNeeded() : notAllowed()
  if (recentMinutes === undefined) return null
  const verifiedMs = ctx.verifiedAt?.getTime() ?? -Infinity
  return ctx.use.now().getTime() - verifiedMs > recentMinutes * 60_000 ? confirmAgain(recentMinutes) : null
}

/** What is for staff alone does not exist in the public zone, what is for people alone not in the court's. */
export function isInZone({ allow, isStaffDoor, isPartyDoor }: ProcedureMeta, zone: Zone): boolean {
  switch (zone) {
    case 'all':
      return true
    case 'public':
      return !isStaffDoor && !isForStaffAlone(allow)
    case 'court':
      return !isPartyDoor && !isForPeopleAlone(allow)
  }
}
