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

const byPrismaCode: Record<string, string> = { P2002: '23505', P2003: '23503', P2034: '40001' }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
