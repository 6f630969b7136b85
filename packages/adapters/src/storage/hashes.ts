import { createHash } from 'node:crypto'

/** SHA-256 for the world and SM3 (GB/T 32905) for domestic verification, over the same bytes in one pass; both in lower-case hex. */
export function startHashes() {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  return {
    update(chunk: Uint8Array) {
      sha256.update(chunk)
      sm3.update(chunk)
    },
    finish: () => ({ sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }),
  }
}

export function hashesOf(bytes: Uint8Array) {
  const hashes = startHashes()
  hashes.update(bytes)
  return hashes.finish()
}
