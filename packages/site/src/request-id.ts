import { randomUUID } from 'node:crypto'

/** The id that a proxy gave a request, when it has the form of one; else a new one: logs and audit hold no text that a browser chose. */
export const requestIdOf = (given: string | null): string =>
  given !== null && /^[0-9A-Za-z][0-9A-Za-z._-]{7,99}$/.test(given) ? given : randomUUID()
