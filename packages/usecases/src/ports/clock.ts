/** The only way a use case learns the time; an instant in UTC, ISO 8601. */
export type ClockPort = { now(): string }

export const systemClock: ClockPort = { now: () => new Date().toISOString() }
