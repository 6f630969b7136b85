import type { UseCaseContext } from '@court/usecases/context'

/** Which part of the platform this process is: the Internet's, the court network's, or both. */
export type Zone = 'public' | 'court' | 'all'

/** One per request. `use` is what use cases see; the rest belongs to the transport. */
export type ApiContext = {
  use: UseCaseContext
  zone: Zone
  /** Over HTTP a refusal becomes a status; in process (server components, actions) it stays a value. */
  transport: 'http' | 'in-process'
  /** The site and the browser a session is opened from. */
  browser: { app: 'web' | 'admin'; userAgent: string }
  /** When a person or member of staff last proved who they are; null when nobody is signed in. */
  verifiedAt: Date | null
  log: ApiLog
}

/** Internal text, once, at the edge: ids and codes, never names, bodies or documents. */
export type ApiLog = {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
