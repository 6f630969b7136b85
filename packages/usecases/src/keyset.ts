/** Where a list goes on: the sort key and id of the last row, as one opaque text. */
export type Keyset = { key: string; id: string }

/** What keys of a list look like; a cursor of another list, or of nobody, begins the list anew. */
export const keyKinds = {
  instant: (key: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]{5,15}Z$/.test(key) && !Number.isNaN(Date.parse(key)),
  day: (key: string) => /^(\d{4}-\d{2}-\d{2}|never)$/.test(key),
  number: (key: string) => /^\d{1,18}$/.test(key),
}

export const cursorOf = ({ key, id }: Keyset): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

export function keysetOf(cursor: string | undefined, kind: keyof typeof keyKinds): Keyset | null {
  if (cursor === undefined || cursor === '') return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 2) return null
    const [key, id] = value as unknown[]
    if (typeof key !== 'string' || typeof id !== 'string') return null
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    return isId && keyKinds[kind](key) ? { key, id } : null
  } catch {
    return null
  }
}

/** Asked for one row more than shown: it says whether the list goes on. */
export function pageOf<T>(rows: readonly T[], limit: number, keyset: (row: T) => Keyset) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, nextCursor: rows.length > limit && last !== undefined ? cursorOf(keyset(last)) : null }
}
