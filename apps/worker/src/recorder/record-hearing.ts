import { leaveRecorder, renewRecorder, takeRecorder } from '@court/usecases/hearings/take-recorder'
import { recordGap } from '@court/usecases/hearings/record-gap'
import { recordSlice } from '@court/usecases/hearings/record-slice'
import type { HearingToRecord } from '@court/usecases/hearings/find-hearings-to-record'
import type { WorkerServices } from '../services.ts'
import { folderOf, runRecorder, type Recorded } from './run-recorder.ts'
import { sliceMime } from './slice-encoder.ts'

export type HearingRecording = {
  ended: Promise<void>
  /** The worker stops: the last slice is put down, and what follows is a gap until another goes on. */
  stop(): void
}

type Options = {
  services: Pick<WorkerServices, 'contextFor' | 'log' | 'env'>
  hearing: HearingToRecord
  ffmpeg: string
  leaseSeconds: number
}

const msToRepeat = 1_000

/** One recorder on one hearing, from taking its lease to leaving it. Null when another has it, or there is nothing to record. */
export async function recordHearing(options: Options): Promise<HearingRecording | null> {
  const { services, hearing, ffmpeg, leaseSeconds } = options
  const { contextFor, log, env } = services
  const ctx = contextFor('record-hearing')
  const { courtId, hearingId } = hearing
  const mine = { courtId, hearingId, recorderId: ctx.newId() }
  const about = { hearing: hearingId, recorder: mine.recorderId }

  const taken = await takeRecorder(ctx, { ...mine, leaseSeconds }).catch(async (error: unknown) => {
    await leaveRecorder(ctx, mine) // the media server broke off in between: the next try need not wait for this lease
    throw error
  })
  if (!taken.ok || !taken.value) return null
  const { address, token, gapFrom } = taken.value
  const addGap = (gap: { fromAt: Date; toAt: Date | null; why: string }) =>
    untilDone(() => recordGap(ctx, { ...mine, ...gap }))
  if (gapFrom) await addGap({ fromAt: gapFrom, toAt: null, why: 'recorder-ended' })

  let isStopping = false
  const recorder = await runRecorder({
    ...{ address, token, ffmpeg, folder: folderOf(env.FILES_DIR, mine.recorderId) },
    sliceSeconds: env.RECORDING_SLICE_SECONDS,
    onSlice: store,
    onGap: addGap,
  })
  log.info({ ...about, pid: recorder.pid }, 'a hearing is recorded')
  const renewing = setInterval(() => void renew(), (leaseSeconds * 1000) / 3)

  async function renew() {
    const renewed = await renewRecorder(ctx, { ...mine, leaseSeconds }).catch(() => null) // the database is away: go on
    if (renewed?.ok && !renewed.value.goesOn) recorder.finish()
  }
  async function store({ startedAt, endedAt, body }: Recorded) {
    const slice = { ...mine, startedAt, endedAt, mime: sliceMime, body }
    const stored = await untilDone(() => recordSlice(ctx, slice))
    if (stored.ok) return
    // Another recorder took over, or the hearing was closed meanwhile.
    log.error({ ...about, rule: stored.ruleId, startedAt }, 'a slice of a recording was refused')
    ctx.ports.alarm.raise({ kind: 'hearing-slice-refused', facts: { ...about, rule: stored.ruleId } })
    recorder.finish()
  }
  /** What was recorded is kept until it is stored, however long the database is away. */
  async function untilDone<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await act()
      } catch (error) {
        log.warn({ ...about, error }, 'a recording could not be stored and is tried again')
        await new Promise((resolve) => setTimeout(resolve, msToRepeat))
      }
    }
  }
  async function end() {
    const how = await recorder.ended
    if (how === 'finished' && isStopping) await addGap({ fromAt: recorder.lastAt(), toAt: null, why: 'recorder-ended' })
    clearInterval(renewing)
    await untilDone(() => leaveRecorder(ctx, mine))
    log.info({ ...about, how }, 'a recorder has ended')
  }
  return {
    ended: end(),
    stop() {
      isStopping = true
      recorder.finish()
    },
  }
}
