import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The secrets of the installation, as values: personal data sealed with AES-256-GCM, blind indexes and code digests by HMAC-SHA-256.
 * `purpose` names table and field (`person.identity-number`); it is bound into the result, so that a value moved elsewhere does not open.
 */
export type Keys = {
  seal(purpose: string, plain: string): string
  /** Throws when the text was changed, belongs to another purpose or to a key that is gone. */
  open(purpose: string, sealed: string): string
  /** Equal texts give equal indexes, for unique columns and search; says nothing of the text without the key. */
  blindIndex(purpose: string, plain: string): string
  /** For codes that are shown once and compared: a keyed digest under a key of its own. */
  digest(purpose: string, plain: string): string
}

/** Keys apart from the sealing ones, 32 bytes or more each; without them both are derived from the oldest sealing secret. */
type OtherSecrets = { blindIndex?: Uint8Array; oneTimeCode?: Uint8Array }

/** `secrets`: 32 bytes or more each, newest first; older ones still open what they sealed. The blind index never changes, or nobody would be found. */
export function createKeys(secrets: readonly [Uint8Array, ...Uint8Array[]], others: OtherSecrets = {}): Keys {
  for (const secret of [...secrets, ...Object.values(others)])
    if (secret.length < 32) throw new Error('a data key must have 32 bytes or more')
  const sealing = new Map(secrets.map((secret) => [keyIdOf(secret), derive(secret, 'seal')]))
  const newestId = keyIdOf(secrets[0])
  const oldest = secrets[secrets.length - 1] ?? secrets[0]
  const indexKey = derive(others.blindIndex ?? oldest, 'blind index')
  const codeKey = derive(others.oneTimeCode ?? oldest, 'one-time code')
  const keyed = (key: Buffer, purpose: string, plain: string) =>
    createHmac('sha256', key).update(`${purpose}\0${plain}`).digest('base64url')

  const keyOf = (id: string | undefined, purpose: string) => {
    const key = sealing.get(id ?? '')
    if (!key) throw new Error(`sealed ${purpose} needs a data key that is not configured`)
    return key
  }
  return {
    seal(purpose, plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(newestId, purpose), nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return ['v1', newestId, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.')
    },
    open(purpose, sealed) {
      const [version, id, ...parts] = sealed.split('.')
      const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (version !== 'v1' || !nonce || tag?.length !== 16 || !body)
        throw new Error(`sealed ${purpose} is not of a known form`)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(id, purpose), nonce)
        .setAAD(Buffer.from(purpose))
        .setAuthTag(tag)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
    blindIndex: (purpose, plain) => keyed(indexKey, purpose, plain),
    digest: (purpose, plain) => keyed(codeKey, purpose, plain),
  }
}

/** For digests of codes: takes the same time wherever they differ. */
export function isSameDigest(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const keyIdOf = (secret: Uint8Array) => derive(secret, 'key id').subarray(0, 4).toString('hex')

const derive = (secret: Uint8Array, use: string) => Buffer.from(hkdfSync('sha256', secret, '', `tongheng ${use}`, 32))
