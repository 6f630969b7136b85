import type { FileKind } from '@court/usecases/ports/files'

const zipEnd = Buffer.from('PK\x05\x06', 'latin1')
const headBytes = 1024
const zipTailBytes = 66_000

/**
 * A file that is two things at once: a picture or PDF which is also a zip (its end record lies in the last 64 KiB), a picture that opens
 * as a PDF (whose header may stand anywhere in the first 1024 bytes), anything whose head is markup, or a DOCX with bytes before or after its zip.
 */
export function hasSecondFormat(body: Buffer, kind: FileKind): boolean {
  const head = body.subarray(0, headBytes).toString('latin1').toLowerCase()
  if (/<(?:!doctype|html|head|body|script|svg|iframe|\?php)/.test(head)) return true
  if (kind !== 'pdf' && head.includes('%pdf-')) return true
  if (kind === 'docx') return hasBytesAround(body)
  return body.subarray(-zipTailBytes).includes(zipEnd)
}

function hasBytesAround(body: Buffer): boolean {
  if (body.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return true
  const end = body.lastIndexOf(zipEnd)
  return end === -1 || end + 22 !== body.length
}
