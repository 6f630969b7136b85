import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

// What a secret looks like. Passwords of the demo and of examples are words that say so.
const secrets = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{100}/],
  ['an access key of a cloud', /\b(?:AKIA|ASIA|LTAI)[0-9A-Za-z]{16,24}\b/],
  ['a token of a code host', /\b(?:gh[pousr]_[0-9A-Za-z]{36,}|glpat-[\w-]{20,}|github_pat_\w{50,})\b/],
  ['a token of a package registry', /\bnpm_[0-9A-Za-z]{36}\b|_authToken\s*=\s*[^\s$]{8,}/],
  ['a token of a chat', /\bxox[abprs]-[0-9A-Za-z-]{20,}/],
  ['a signed token', /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/],
  [
    'a key of 32 bytes given to a name',
    /(?:KEY|SECRET|TOKEN|PASSWORD)\w*["']?\s*[:=]\s*["']?(?=[\w+/-]*\d)(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])[\w+/-]{40,}={0,2}(?![\w.(])/,
  ],
  [
    'a password in an address',
    /\b(?:postgres(?:ql)?|redis|amqp|mongodb|https?|smtps?):\/\/[^\s:@/'"`$]+:(?!secret@|password@|\$)[\w%+.~!*-]{3,}@(?!127\.0\.0\.1|localhost|host\b)/,
  ],
]

/** Which kinds of secret stand in a text. */
export const secretsIn = (text) => secrets.filter(([, form]) => form.test(text)).map(([name]) => name)

/** Every file under version control that is text and may have been written by hand, and what was found in it. */
export function scanRepository(root) {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return files
    .split('\0')
    .filter((path) => path !== '' && path !== 'package-lock.json')
    .flatMap((path) => {
      const full = join(root, path)
      const size = statSync(full, { throwIfNoEntry: false })?.size ?? 0
      if (size === 0 || size > 2_000_000) return []
      const text = readFileSync(full, 'latin1')
      return text.includes('\0') ? [] : secretsIn(text).map((kind) => `${path}: ${kind}`)
    })
}
