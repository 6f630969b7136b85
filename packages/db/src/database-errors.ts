/** The SQLSTATE of a database error, however Prisma has wrapped it; null when it is none. */
export function sqlStateOf(error: unknown): string | null {
  for (let cause = error, depth = 0; isRecord(cause) && depth < 6; cause = cause['cause'], depth += 1) {
    const meta = isRecord(cause['meta']) ? cause['meta'] : {}
    const driver = isRecord(meta['driverAdapterError']) ? meta['driverAdapterError'] : {}
    const inner = isRecord(driver['cause']) ? driver['cause'] : cause
    for (const value of [inner['originalCode'], cause['originalCode'], cause['code'], meta['code']]) {
      if (typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value) && !/^P[1-6]\d{3}$/.test(value)) return value
    }
    const known = typeof cause['code'] === 'string' ? byPrismaCode[cause['code']] : undefined
    if (known) return known
  }
  return null
}

/** The transaction collided with another and was undone whole: the same again has every chance. */
export function isWorthRepeating(error: unknown): boolean {
  const state = sqlStateOf(error)
  return state === '40001' || state === '40P01'
}

/** A row of this key is there already. */
export const isUniqueViolation = (error: unknown): boolean => sqlStateOf(error) === '23505'

/** A right is missing, or a policy refused the row. */
export const isForbidden = (error: unknown): boolean => sqlStateOf(error) === '42501'

/**
 * The database could not be reached, was shut down, had no connection or no room left: the same request may well succeed in a while.
 * Whether a transaction that was cut off in its last step stands is not known.
 */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== null && awayStates.test(state)) return true
  for (let cause = error, depth = 0; isRecord(cause) && depth < 8; cause = next(cause), depth += 1) {
    const said = [cause['code'], cause['kind'], cause['originalCode']]
    if (said.some((one) => typeof one === 'string' && awayCodes.has(one))) return true
    if (typeof cause['message'] === 'string' && awayWords.test(cause['message'])) return true
  }
  return false
}

const next = (cause: Record<string, unknown>): unknown => {
  const meta = isRecord(cause['meta']) ? cause['meta'] : {}
  return cause['cause'] ?? meta['driverAdapterError']
}

// Connection lost; out of connections, memory or disk; shut down, crashed, starting; read-only after a failover.
const awayStates = /^(08...|53...|57P0[1-5]|25006)$/
const awayCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['DatabaseNotReachable', 'ConnectionClosed', 'TooManyConnections', 'SocketTimeout'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'],
])
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

const byPrismaCode: Record<string, string> = { P2002: '23505', P2003: '23503', P2034: '40001' }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
