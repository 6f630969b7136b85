import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The secrets of the installation, as values: personal data sealed with AES-256-GCM, blind indexes and code digests by HMAC-SHA-256.
 * `purpose` names table and field (`person.identity-number`); it is bound into the result, so that a value moved elsewhere does not open.
 */
export type Keys = {
  seal(purpose: string, plain: string): Uint8Array<ArrayBuffer>
  /** Throws when the bytes were changed, belong to another purpose or to a key that is gone. */
  open(purpose: string, sealed: Uint8Array): string
  /** Equal texts give equal bytes, for unique indexes and search; says nothing of the text without the key. */
  blindIndex(purpose: string, plain: string): Uint8Array<ArrayBuffer>
  isSameIndex(left: Uint8Array, right: Uint8Array): boolean
}

const formatVersion = 1

/** `secrets`: 32 bytes or more each, newest first; older ones still open what they sealed. The blind index always uses the last, so it stays stable. */
export function createKeys(secrets: readonly [Uint8Array, ...Uint8Array[]]): Keys {
  for (const secret of secrets) if (secret.length < 32) throw new Error('a data key must have 32 bytes or more')
  const sealing = secrets.map((secret) => ({
    id: derive(secret, 'key id').subarray(0, 4),
    key: derive(secret, 'seal'),
  }))
  const [newest] = sealing
  const indexKey = derive(secrets[secrets.length - 1] ?? secrets[0], 'blind index')
  if (!newest) throw new Error('no data key given')

  return {
    seal(purpose, plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return bytesOf(Buffer.concat([Buffer.from([formatVersion]), newest.id, nonce, cipher.getAuthTag(), body]))
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed)
      const key = sealing.find(({ id }) => id.equals(bytes.subarray(1, 5)))?.key
      if (bytes[0] !== formatVersion || !key)
        throw new Error(`sealed ${purpose} needs a data key that is not configured`)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(5, 17)).setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(17, 33))
      return Buffer.concat([decipher.update(bytes.subarray(33)), decipher.final()]).toString('utf8')
    },
    blindIndex: (purpose, plain) => bytesOf(createHmac('sha256', indexKey).update(`${purpose}\0${plain}`).digest()),
    isSameIndex: (left, right) => left.length === right.length && timingSafeEqual(left, right),
  }
}

const derive = (secret: Uint8Array, use: string) => Buffer.from(hkdfSync('sha256', secret, '', `tongheng ${use}`, 32))

const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(buffer)
