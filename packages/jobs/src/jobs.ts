import { z } from 'zod'

/**
 * Every job of the platform. A payload holds ids only: queues keep it in clear text. A queued job must still parse one release later,
 * so fields are added as optional and never renamed.
 */
const id = z.string().min(1).max(100)

export const jobs = {
  /** Sends one notice to one recipient over one channel. */
  'deliver-notice': job('notices', z.object({ courtId: id, deliveryId: id })),
  /** Sends a sign-in code to its phone; the code itself stands sealed in its row. */
  'deliver-login-code': job('notices', z.object({ loginCodeId: id })),
  /** Tells those concerned that a clock is about to run out. `at`: the instant it was owed for, which another day of the clock makes void. */
  'remind-clock': job('clocks', z.object({ courtId: id, caseId: id, clockKey: id, at: id.optional() })),
  /** Does what the pack says for a clock that ran out: a task or a notice, never a decision. */
  'expire-clock': job('clocks', z.object({ courtId: id, caseId: id, clockKey: id, at: id.optional() })),
  /** Works out who is in a hearing from what the media server reported. */
  'handle-media-event': job('clocks', z.object({ courtId: id, eventId: id })),
  /** Brings the media server in step with who is admitted and who may speak. */
  'apply-hearing': job('clocks', z.object({ courtId: id, caseId: id, hearingId: id })),
  /** Looks in every court for the cases of a person who has just proved who they are. */
  'link-person': job('notices', z.object({ personId: id })),
  /** Looks for clocks whose reminder or end has come, over all courts. */
  'sweep-clocks': job('clocks', z.object({}), 20),
  /** Removes uploads that nobody finished or used. */
  'sweep-uploads': job('clocks', z.object({}), 3600),
  /** Removes codes, counters and sessions that accounts no longer need. */
  'sweep-accounts': job('clocks', z.object({}), 3600),
  /** Sets seals over what was added to the audits, and looks at those set last. */
  'seal-audit': job('clocks', z.object({}), 3600),
} as const

export type JobName = keyof typeof jobs
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]['payload']>
/** Jobs that a fact owes: written to the outbox, handed on by the relay. The others come round by themselves. */
export type OwedJobName = { [N in JobName]: (typeof jobs)[N]['everySeconds'] extends number ? never : N }[JobName]
export type QueueName = 'notices' | 'clocks'

export const jobNames = Object.keys(jobs) as JobName[]
export const queueNames: readonly QueueName[] = ['notices', 'clocks']
export const scheduledJobNames = jobNames.filter((name) => jobs[name].everySeconds !== null)

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name)

/** Throws when the name is not known or the payload does not fit it: such a job is a defect and goes to the dead letters. */
export function parseJob(
  name: string,
  payload: unknown,
): { [N in JobName]: { name: N; payload: JobPayload<N> } }[JobName] {
  if (!isJobName(name)) throw new Error(`no job is called ${JSON.stringify(name)}`)
  // The pair belongs together by construction; TypeScript cannot follow the look-up.
  return { name, payload: jobs[name].payload.parse(payload) } as ReturnType<typeof parseJob>
}

function job<P extends z.ZodType>(queue: QueueName, payload: P): { queue: QueueName; payload: P; everySeconds: null }
function job<P extends z.ZodType, S extends number>(
  queue: QueueName,
  payload: P,
  everySeconds: S,
): { queue: QueueName; payload: P; everySeconds: S }
function job(queue: QueueName, payload: z.ZodType, everySeconds: number | null = null) {
  return { queue, payload, everySeconds }
}
