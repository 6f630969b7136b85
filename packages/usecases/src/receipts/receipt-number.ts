import type { UseCaseContext } from '../context.ts'

/** Without I, L, O and U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * R26-7KQ3M-9XTVD: the year and 45 random bits, so that whoever holds no receipt can guess none, and the last sign checks the nine before.
 */
export function newReceiptNumber(ctx: UseCaseContext, today: string): string {
  const signs = [...ctx.randomBytes(9)].map((byte) => alphabet[byte % 32] ?? '0').join('')
  const year = today.slice(2, 4)
  const body = signs + checkSign(year + signs)
  return `R${year}-${body.slice(0, 5)}-${body.slice(5)}`
}

/** As it was typed or scanned → as it is kept; null when it cannot be a number of ours. */
export function readReceiptNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
  const found = /^R(\d{2})([0-9A-Z]{10})$/.exec(plain)
  const [year = '', typedSigns = ''] = found?.slice(1) ?? []
  const signs = typedSigns.replaceAll('O', '0').replace(/[IL]/g, '1')
  const isOurs = found !== null && signs[9] === checkSign(year + signs.slice(0, 9))
  return isOurs ? `R${year}-${signs.slice(0, 5)}-${signs.slice(5)}` : null
}

/** Weighted sum modulo 31: finds one wrong sign and two that changed places. */
function checkSign(text: string): string {
  let sum = 0
  for (const [index, sign] of [...text].entries()) sum += alphabet.indexOf(sign) * (index + 2)
  return alphabet[((sum % 31) + 31) % 31] ?? '0'
}
