/** A period could not be counted from what the docket says: a date that cannot be, a figure that was not published. */
export class ClockError extends Error {
  readonly periodId: string

  constructor(periodId: string, message: string) {
    super(`${periodId} cannot be counted: ${message}`)
    this.name = 'ClockError'
    this.periodId = periodId
  }
}
