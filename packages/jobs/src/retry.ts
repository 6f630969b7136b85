/** Waits between attempts: 1 s, 2 s, 4 s … and no more than this, so that what waited for a broken server leaves soon after it is back. */
export const delayMsMax = 45_000

/** At the longest wait about half a day; after that the job is a dead letter that a person must look at. */
export const attemptsMax = 1000

/** Half of the wait is fixed and half is chance (`random` in 0…1): jobs that failed together do not come back together. */
export function retryDelayMs(attemptsMade: number, random: number): number {
  const full = Math.min(delayMsMax, 1000 * 2 ** Math.min(attemptsMade - 1, 20))
  return Math.round(full / 2 + (full / 2) * random)
}

/** A job that failed in a way no repeat can mend. */
export class UnrepeatableJobError extends Error {
  override name = 'UnrepeatableJobError'
}
