import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30

/** 160 bits, base32, as authenticator apps take it. */
export const newTotpSecret = (random: Uint8Array): string =>
  new Secret({ buffer: Uint8Array.from(random).buffer }).base32

/** What the QR code holds. `issuer` and `login` are shown by the app beside the code. */
export const totpUri = (input: { secret: string; login: string; issuer: string }): string =>
  totpOf(input.secret, input.login, input.issuer).toString()

/**
 * The step (of 30 seconds since 1970) that a code belongs to, one step early or late allowed; null when it is wrong or its step was used:
 * a code works once (RFC 6238 §5.2). The caller stores the step it got.
 */
export function acceptTotp(input: { secret: string; code: string; now: Date; lastStep: number | null }): number | null {
  const code = input.code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const delta = totpOf(input.secret).validate({ token: code, timestamp: input.now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(input.now.getTime() / 1000 / stepSeconds) + delta
  return input.lastStep !== null && step <= input.lastStep ? null : step
}

/** The code at an instant: for tests and the demo's sign-in page alone. */
export const totpAt = (secret: string, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() })

const totpOf = (secret: string, label = '', issuer = '') =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: stepSeconds, secret: Secret.fromBase32(secret) })
