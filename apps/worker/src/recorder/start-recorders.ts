import { findHearingsToRecord, type HearingToRecord } from '@court/usecases/hearings/find-hearings-to-record'
import { noteRecordingImpossible } from '@court/usecases/hearings/note-recording-impossible'
import type { WorkerServices } from '../services.ts'
import { canRecord, type CanRecord } from './can-record.ts'
import { recordHearing, type HearingRecording } from './record-hearing.ts'

const lookEveryMs = 2_000
const leaseSeconds = 15
const stopMsMax = 10_000

/** Looks for hearings that nobody records, and puts a recorder on each; says once when this machine cannot. */
export async function startRecorders(services: WorkerServices): Promise<{ stop(): Promise<void> }> {
  const { env, log, contextFor } = services
  const able: CanRecord = env.LIVEKIT_URL
    ? await canRecord(env.FFMPEG)
    : { ffmpeg: null, whyNot: 'hearings are not recorded: no media server is configured' }
  if (able.whyNot) log.warn(able.whyNot)
  const running = new Map<string, HearingRecording>()
  let isStopping = false

  async function begin(hearing: HearingToRecord) {
    if (able.whyNot !== null) return noteRecordingImpossible(contextFor('record-hearing'), hearing)
    const recording = await recordHearing({ services, hearing, ffmpeg: able.ffmpeg, leaseSeconds })
    if (!recording) return
    running.set(hearing.hearingId, recording)
    if (isStopping) recording.stop()
    void recording.ended.finally(() => running.delete(hearing.hearingId))
  }
  async function look() {
    const found = await findHearingsToRecord(contextFor('record-hearing'))
    for (const hearing of found) if (!isStopping && !running.has(hearing.hearingId)) await begin(hearing)
  }
  let looking: Promise<void> | null = null
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => log.warn({ error }, 'no recorder could be started; it is tried again'))
      .finally(() => (looking = null))
  }, lookEveryMs)
  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await looking
      for (const recording of running.values()) recording.stop()
      const all = Promise.all([...running.values()].map(({ ended }) => ended))
      // A database that is away may hold the last slice up, but not the end of the worker.
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, stopMsMax).unref())])
    },
  }
}
