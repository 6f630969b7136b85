import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Tx } from '@court/db/database'
import { actorRef } from './audit.ts'
import type { UseCaseContext } from './context.ts'
import type { Json } from './json.ts'
import { conflict, refuse, type Result } from './refusal.ts'

type Once = {
  /** Made by the page, once per form; 8 to 100 characters. */
  key: string
  /** What is asked for, whole: the same key with another request is a conflict. */
  request: unknown
}

/**
 * The effect happens once per actor and key: who repeats the request gets the first answer, also when fifty come at once, for the key is
 * written in the transaction of the effect and the others wait for its end. A refusal is not kept: the key may be used again with
 * better input.
 */
export async function oncePerKey<T extends Json>(
  tx: Tx,
  ctx: UseCaseContext,
  { key, request }: Once,
  effect: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (key.length < 8 || key.length > 100) return badKey()
  const actor = actorRef(ctx.actor)
  const actorId = `${actor.actorKind}:${actor.actorId}`
  const requestHash = createHash('sha256')
    .update(canonicalize(request) ?? '')
    .digest('hex')
  const { count } = await tx.idempotencyKey.createMany({
    data: [{ actorId, key, requestHash, createdAt: ctx.now() }],
    skipDuplicates: true,
  })
  const id = { actorId_key: { actorId, key } }
  if (count === 0) {
    const earlier = await tx.idempotencyKey.findUniqueOrThrow({ where: id })
    if (earlier.requestHash !== requestHash) return otherRequest()
    // Written below, from an answer of this very type, by a transaction that has ended.
    return { ok: true, value: earlier.response as T }
  }
  const answer = await effect()
  if (answer.ok)
    await tx.idempotencyKey.update({ where: id, data: { response: answer.value as object, completedAt: ctx.now() } })
  else await tx.idempotencyKey.delete({ where: id })
  return answer
}

const otherRequest = () =>
  conflict({
    ruleId: 'idempotency.other-request',
    reason: {
      zh: '这份表单已经提交过，内容与这次不同。请刷新页面，核对已提交的内容。',
      en: 'This form was already sent with other content. Reload the page and check what was sent.',
    },
  })

const badKey = () =>
  refuse({
    kind: 'invalid',
    ruleId: 'idempotency.key',
    reason: { zh: '页面已过期，请刷新后再提交。', en: 'The page is out of date. Reload it and send again.' },
  })
