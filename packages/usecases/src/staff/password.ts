import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { fieldFault, type FieldCheck } from '../identity/field-check.ts'

const cost = { N: 2 ** 15, r: 8, p: 1 }
const memoryBytesMax = 64 * 1024 * 1024

/** `scrypt$15$8$1$salt$hash`: the cost stands with the hash, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ['scrypt', Math.log2(cost.N), cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Takes the same time when there is no such account: `stored` is then null and the answer no. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, log2N, r, p, salt, hash] = (stored ?? standIn).split('$')
  const expected = Buffer.from(hash ?? '', 'base64url')
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64url'), {
    N: 2 ** Number(log2N),
    r: Number(r),
    p: Number(p),
  })
  return expected.length === actual.length && timingSafeEqual(expected, actual) && stored !== null
}

const standIn = `scrypt$15$8$1$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`

const derive = (password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { N, r, p, maxmem: memoryBytesMax }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** Length does more than odd signs (NIST SP 800-63B): 12 characters, nothing that stands on every list, nothing of the person's own. */
export function checkNewPassword(password: string, own: readonly string[]): FieldCheck<string> {
  const length = [...password].length
  if (length < 12)
    return fieldFault(
      'short',
      '密码至少12个字符，可以用一句话。',
      'A password has at least 12 characters. A short sentence is good.',
    )
  if (length > 128) return fieldFault('long', '密码不能超过128个字符。', 'A password has at most 128 characters.')
  const folded = password.normalize('NFKC').toLowerCase()
  if (
    new Set(folded).size < 5 ||
    isRun(folded) ||
    common.reduce((rest, word) => rest.replaceAll(word, ''), folded).length < 5
  ) {
    return fieldFault('common', '这个密码太容易猜到，请换一个。', 'This password is too easy to guess. Choose another.')
  }
  if (own.some((word) => word.length >= 3 && folded.includes(word.toLowerCase()))) {
    return fieldFault('own', '密码中不能有您的账号或姓名。', 'A password must not contain your login or name.')
  }
  return { ok: true, value: password }
}

/** abcdefghijkl, 123456789012, 987654321098 */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index))
  const ofOne = steps.filter((step) => Math.abs(step) === 1).length
  return ofOne >= steps.length - 1
}

const common = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfgh',
  '1qaz2wsx',
  'admin',
  'court',
  'welcome',
  'letmein',
  'iloveyou',
  '123456',
  '654321',
  '111111',
  '888888',
  '5201314',
  'woaini',
  'tongheng',
  'fayuan',
]
