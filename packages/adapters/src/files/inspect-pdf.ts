import { inflateSync } from 'node:zlib'
import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib'
import type { FileRefusal } from '@court/usecases/ports/files'
import type { Inspected } from './inspect-file.ts'
import { isPdfBomb, pageSideMax } from './pdf-bomb.ts'
import { refuseFile } from './refusals.ts'

const unpackedBytesMax = 64 * 1024 * 1024
const trailingBytesMax = 1024

/** Kept byte for byte, so that signatures inside stay valid; refused when it is locked, broken, or would do something by itself. */
export async function inspectPdf(body: Buffer): Promise<Inspected | FileRefusal> {
  const end = body.lastIndexOf('%%EOF')
  if (end === -1 || body.length - end > trailingBytesMax) return refuseFile('file.pdf-broken')
  const text = body.toString('latin1')
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(withoutStreams(text))) return refuseFile('file.pdf-encrypted')
  if (await isPdfBomb(body, text)) return refuseFile('file.pdf-bomb')
  const packed = unpackObjectStreams(body, text)
  if (packed === null) return refuseFile('file.pdf-broken')
  if (packed === 'bomb') return refuseFile('file.pdf-bomb')
  const found = activeContentOf(text, packed)
  if (found) return refuseFile('file.pdf-active-content', { found })
  const pageCount = await pageCountOf(body)
  if (typeof pageCount !== 'number') return pageCount
  return { body, thumbnail: null, pageCount, widthPixels: null, heightPixels: null }
}

async function pageCountOf(body: Buffer): Promise<number | FileRefusal> {
  try {
    const document = await PDFDocument.load(body, { updateMetadata: false, warnOnInvalidObjects: false })
    const pageCount = document.getPageCount()
    for (const page of document.getPages()) {
      const { width, height } = page.getSize()
      if (!(width > 0 && height > 0)) return refuseFile('file.pdf-broken')
      if (Math.max(width, height) > pageSideMax) return refuseFile('file.pdf-bomb', { width, height })
    }
    return pageCount > 0 ? pageCount : refuseFile('file.pdf-broken')
  } catch (error) {
    return refuseFile(error instanceof EncryptedPDFError ? 'file.pdf-encrypted' : 'file.pdf-broken')
  }
}

/**
 * The objects packed inside object streams, as text. Each is unpacked under a bound first, because the parser has none. Object streams
 * packed in any way but plain Flate are not made by ordinary software: `null`.
 */
function unpackObjectStreams(body: Buffer, text: string): string | 'bomb' | null {
  let unpacked = ''
  for (const match of text.matchAll(/\/ObjStm\b/g)) {
    const start = streamStart(text, match.index)
    const end = start === null ? -1 : text.indexOf('endstream', start)
    if (start === null || end === -1) return null
    const dictionary = text.slice(Math.max(0, text.lastIndexOf(' obj', match.index)), start)
    if (!/\/Filter/.test(dictionary)) {
      unpacked += text.slice(start, end)
      continue
    }
    if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(?:\/|>>)/.test(dictionary)) return null
    try {
      unpacked += inflateSync(body.subarray(start, end), { maxOutputLength: unpackedBytesMax }).toString('latin1')
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : null
    }
    if (unpacked.length > unpackedBytesMax) return 'bomb'
  }
  return unpacked
}

function streamStart(text: string, from: number): number | null {
  const keyword = /\bstream\r?\n/g
  keyword.lastIndex = from
  const found = keyword.exec(text)
  return found ? found.index + found[0].length : null
}

/** Names that make a PDF act. Long ones are looked for everywhere, even where only streams should be; short ones would turn up in compressed bytes by chance. */
const longNames = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'Rendition',
]
const shortNames = ['JS', 'EF', 'XFA', 'GoToE', 'GoToR', 'Movie']
const longName = nameExpression(longNames)
const shortName = nameExpression(shortNames)

function activeContentOf(text: string, packed: string): string | null {
  const found =
    longName.exec(text) ?? longName.exec(packed) ?? shortName.exec(withoutStreams(text)) ?? shortName.exec(packed)
  return found ? found[0].slice(1) : null
}

/** Any character of a name may be written as `#` and two digits. */
function nameExpression(names: string[]): RegExp {
  const escaped = (name: string) =>
    [...name]
      .map(
        (char) =>
          `(?:${char}|#${char
            .charCodeAt(0)
            .toString(16)
            .replace(/[a-f]/g, (d) => `[${d}${d.toUpperCase()}]`)})`,
      )
      .join('')
  return new RegExp(`/(?:${names.map(escaped).join('|')})(?![A-Za-z0-9#])`)
}

const withoutStreams = (text: string) => text.replace(/\bstream\r?\n[\s\S]*?endstream/g, 'stream endstream')
