import type { Tx } from '@court/db/database'
import type { JsonObject } from '@court/procedure/docket/entry'
import { actInCase } from '../case/act-in-case.ts'
import { inCourt } from '../case/in-court.ts'
import { courtIdFor, openCase, type OpenCase } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { oncePerKey } from '../idempotency.ts'
import type { Json } from '../json.ts'
import { accepted, notFound, refuse, type Refusal, type Result } from '../refusal.ts'
import { mayDo } from './hearing-acts.ts'
import { moveRevision } from './change-hearing.ts'
import { saveHearingLines } from './hearing-lines.ts'
import type { HearingAct, HearingPlace } from './hearing-types.ts'
import { openHearing, type OpenHearing } from './open-hearing.ts'
import { tellRoom } from './tell-room.ts'

export type HeadMoved = { hearingId: string; headSeq: number }

type Acting<I> = {
  input: HearingPlace & { key: string } & I
  act: HearingAct
  /** What the docket gets; the id of the hearing is added. A refusal says why not. */
  entry: (
    tx: Tx,
    hearing: OpenHearing,
    open: OpenCase,
  ) => Promise<Result<{ action: string; input: JsonObject; headSeq?: number }>>
  /** Brings the rows of the hearing in step, after the docket took it. */
  save: (tx: Tx, hearing: OpenHearing, headSeq: number) => Promise<void>
  reword?: (refusal: Refusal, open: OpenCase) => Refusal
  /** Nobody has anything to do in the room afterwards. */
  endsRoom?: boolean
}

/** An act on a hearing that belongs on the docket: decided by the code, once per key, with the rows of the hearing and everybody's list in step. */
export async function actOnHearing<I>(ctx: UseCaseContext, acting: Acting<I>): Promise<Result<HeadMoved>> {
  const { input, act, entry, save, reword, endsRoom } = acting
  const courtId = await courtIdFor(ctx, input.courtSlug)
  if (!courtId) return notFound()
  const ids = { courtId, caseId: input.caseId, hearingId: input.hearingId }
  let revision = 0
  const done = await inCourt(ctx, courtId, (tx) =>
    oncePerKey<HeadMoved & { [name: string]: Json }>(tx, ctx, { key: input.key, request: input }, async () => {
      const open = await openCase(tx, ctx, { ...ids, lock: true })
      if (!open.ok) return open
      const hearing = await openHearing(tx, ctx, { ...ids, lock: true })
      if (!hearing.ok) return hearing
      if (!mayDo(hearing.value, ctx.now(), act)) return notForNow(act)
      const written = await entry(tx, hearing.value, open.value)
      if (!written.ok) return written
      const recorded = await actInCase(tx, ctx, open.value, {
        ...written.value,
        input: { hearing: input.hearingId, ...written.value.input },
      })
      if (!recorded.ok) return reword ? reword(recorded, open.value) : recorded
      await save(tx, hearing.value, recorded.value.headSeq)
      await moveRevision(tx, ctx, ids)
      const after = await openHearing(tx, ctx, ids)
      if (!after.ok) return after
      await saveHearingLines(tx, ctx, after.value)
      revision = after.value.hearing.revision
      return accepted({ hearingId: input.hearingId, headSeq: recorded.value.headSeq })
    }),
  )
  // The same key again has told everybody already.
  if (done.ok && revision > 0)
    await tellRoom(ctx, { hearing: { courtId, id: input.hearingId, revision } }, endsRoom ? [{ kind: 'close' }] : [])
  return done
}

const notForNow = (act: HearingAct): Refusal =>
  refuse({
    ruleId: `hearing.${act}`,
    reason: {
      zh: '这场询问现在的状态，或者您在其中的身份，不能办理此事。请刷新页面，看看现在可以做什么。',
      en: 'The state of this hearing, or your role in it, does not allow this now. Reload the page to see what can be done.',
    },
    facts: { act },
  })
