import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256 over RFC 8785 canonical JSON, in hexadecimal. */
export function canonicalHash(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON can be hashed')
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
