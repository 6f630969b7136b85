/** A stored file: addressed by its content inside one court, never shared with another. `key` is opaque and safe in a path. */
export type StoredBlob = { key: string; sizeBytes: number; sha256: string; sm3: string }

/** First and last byte, both included, counted from 0. */
export type ByteRange = { first: number; last?: number }

export type OpenBlob = { body: ReadableStream<Uint8Array>; sizeBytes: number; first: number; last: number }

/** Hex SHA-256 and SM3 that the content must have; a mismatch is a refusal, not a stored file. */
export type ExpectedHashes = { sha256?: string; sm3?: string }

export type PutBlob = {
  courtId: string
  body: AsyncIterable<Uint8Array> | Uint8Array
  sizeBytesMax: number
  expected?: ExpectedHashes
}

export type PutBlobResult =
  | { ok: true; blob: StoredBlob }
  | {
      ok: false
      ruleId: 'storage.too-large' | 'storage.hash-differs'
      reason: { zh: string; en: string }
      facts: Record<string, string | number>
    }

/** Files are written, flushed and hashed before the row that names them. */
export type StoragePort = {
  put(input: PutBlob): Promise<PutBlobResult>
  /** `null` when absent. Throws when the range lies outside of the file. */
  open(input: { courtId: string; key: string; range?: ByteRange }): Promise<OpenBlob | null>
  /** Reads the whole file and compares; `absent` and `differs` are facts for an alarm, not exceptions. */
  verify(input: { courtId: string; key: string }): Promise<'intact' | 'absent' | 'differs'>
  remove(input: { courtId: string; key: string }): Promise<void>
}
