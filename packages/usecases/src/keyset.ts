/** Where a list goes on: the sort key and id of the last row, as one opaque text. */
export type Keyset = { key: string; id: string }

export const cursorOf = ({ key, id }: Keyset): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** Null for a cursor that is none of ours: the list then begins at the beginning. */
export function keysetOf(cursor: string | undefined): Keyset | null {
  if (cursor === undefined || cursor === '') return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 2) return null
    const [key, id] = value as unknown[]
    if (typeof key !== 'string' || typeof id !== 'string') return null
    return /^[0-9a-f-]{36}$/.test(id) && key.length <= 100 ? { key, id } : null
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
