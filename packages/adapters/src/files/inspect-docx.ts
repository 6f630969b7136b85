import { promisify } from 'node:util'
import { fromBuffer } from 'yauzl'
import type { Entry, Options, ZipFile } from 'yauzl'
import type { FileRefusal } from '@court/usecases/ports/files'
import type { Inspected } from './inspect-file.ts'
import { refuseFile } from './refusals.ts'

const entriesMax = 3000
const unpackedBytesMax = 300 * 1024 * 1024
const partBytesMax = 32 * 1024 * 1024
const ratioMax = 200

/** Kept byte for byte. Sizes are judged from the directory of the zip before anything is unpacked; of the parts only relations and types are read. */
export async function inspectDocx(body: Buffer): Promise<Inspected | FileRefusal> {
  let zip: ZipFile
  try {
    zip = await openZip(body, {
      lazyEntries: true,
      decodeStrings: true,
      strictFileNames: true,
      validateEntrySizes: true,
    })
  } catch {
    return refuseFile('file.docx-broken')
  }
  try {
    if (zip.entryCount > entriesMax) return refuseFile('file.docx-bomb', { entries: zip.entryCount, entriesMax })
    const entries = await entriesOf(zip)
    return refusalByDirectory(entries) ?? (await refusalByParts(zip, entries)) ?? accepted(body)
  } catch {
    return refuseFile('file.docx-broken')
  } finally {
    zip.close()
  }
}

const accepted = (body: Buffer): Inspected => ({
  body,
  thumbnail: null,
  pageCount: null,
  widthPixels: null,
  heightPixels: null,
})

const openZip = promisify<Buffer, Options, ZipFile>(fromBuffer)

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.readEntry()
  })
}

const activePart =
  /(?:vbaproject|vbadata)[^/]*$|\/activex\/|\/embeddings\/[^/]*\.(?:bin|exe|js|vbs|docm|xlsm|pptm)$|\.(?:exe|dll|js|vbs|ps1|bat|cmd|com|scr|msi|lnk|hta|jar|html?|mht|svg|zip|rar|7z|gz|tar|iso)$/i

function refusalByDirectory(entries: Entry[]): FileRefusal | null {
  const names = new Set<string>()
  let unpackedBytes = 0
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase()
    const isOdd =
      names.has(name) ||
      entry.isEncrypted() ||
      isLink(entry) ||
      /[\p{Cc}\p{Cf}]/u.test(name) ||
      name.split('/').includes('..') ||
      /^[/\\]|^[a-z]:|\\/.test(name)
    if (isOdd) return refuseFile('file.docx-broken', { part: entry.fileName.slice(0, 100) })
    names.add(name)
    unpackedBytes += entry.uncompressedSize
    const isDense = entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > ratioMax * entry.compressedSize
    if (isDense || unpackedBytes > unpackedBytesMax) return refuseFile('file.docx-bomb', { unpackedBytes })
    if (activePart.test(`/${name}`))
      return refuseFile('file.docx-active-content', { part: entry.fileName.slice(0, 100) })
  }
  const isWhole = names.has('[content_types].xml') && names.has('word/document.xml')
  return isWhole ? null : refuseFile('file.docx-broken')
}

/** A part that only says where another file lies: the type of file in the upper half of what Unix wrote. */
const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & 0xf000) === 0xa000

/** Parts that a program reads by itself as soon as the document is opened. */
const readPart = /^word\/(?:document|settings|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/

async function refusalByParts(zip: ZipFile, entries: Entry[]): Promise<FileRefusal | null> {
  for (const entry of entries) {
    const isRelations = entry.fileName.endsWith('.rels')
    const isTypes = entry.fileName === '[Content_Types].xml'
    if (!isRelations && !isTypes && !readPart.test(entry.fileName)) continue
    if (entry.uncompressedSize > partBytesMax)
      return refuseFile('file.docx-bomb', { unpackedBytes: entry.uncompressedSize })
    const xml = await partText(zip, entry)
    if (/<!DOCTYPE|<!ENTITY/i.test(xml))
      return refuseFile('file.docx-active-content', { part: entry.fileName, found: 'DOCTYPE' })
    // An encoding of its own would hide from here what the reader's program then sees.
    if (/^[^>]{0,200}\bencoding\s*=\s*["'](?!utf-?(?:8|16)|us-ascii)/i.test(xml))
      return refuseFile('file.docx-active-content', { part: entry.fileName, found: 'encoding' })
    if (hasActiveField(xml)) return refuseFile('file.docx-active-content', { part: entry.fileName, found: 'DDE' })
    if (isTypes && !xml.includes('wordprocessingml.document.main+xml')) return refuseFile('file.docx-broken')
    if (isTypes && /macroEnabled|vbaProject|activeX/i.test(xml)) return refuseFile('file.docx-active-content')
    if (isRelations && (hasOutsidePart(xml) || /\/aFChunk["']/i.test(xml)))
      return refuseFile('file.docx-active-content', { part: entry.fileName })
  }
  return null
}

/** A link that the reader clicks may lead outside; a template, object, frame or picture that the program fetches may not. */
function hasOutsidePart(xml: string): boolean {
  const outside = [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].filter(([tag]) =>
    /TargetMode\s*=\s*["']External["']/i.test(tag),
  )
  return outside.some(([tag]) => !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(tag))
}

/** A field that starts another program when it is brought up to date. Its words may be cut into pieces. */
function hasActiveField(xml: string): boolean {
  const pieces = xml.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)|\binstr\s*=\s*["']([^"']*)/g)
  const words = [...pieces].map(([, text, attribute]) => text ?? ` ${attribute ?? ''} `).join('')
  return /\bDDE(?:AUTO)?\b/i.test(words)
}

async function partText(zip: ZipFile, entry: Entry): Promise<string> {
  const stream = await promisify(zip.openReadStream.bind(zip) as OpenStream)(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  // With a mark of its order, or without: then every other byte of its first sign is nothing.
  const isLittle = bytes[0] === 0xff || (bytes[0] === 0x3c && bytes[1] === 0)
  const isBig = bytes[0] === 0xfe || (bytes[0] === 0 && bytes[1] === 0x3c)
  return isLittle || isBig ? new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes) : bytes.toString('utf8')
}

type OpenStream = (entry: Entry, callback: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void
