import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Small files for tests, good and hostile, built byte by byte so that nothing dangerous lies in the repository. */
export type ZipPart = {
  name: string
  text: string | Buffer
  claimedSize?: number
  isStored?: boolean
  /** A symbolic link of Unix, whose content is where it points. */
  isLink?: boolean
  isLocked?: boolean
}

export function buildZip(parts: ZipPart[], { comment = '' } = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, claimedSize, isStored, isLink, isLocked } of parts) {
    const content = Buffer.isBuffer(text) ? text : Buffer.from(text)
    const packed = isStored ? content : deflateRawSync(content)
    const nameBytes = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE((isLocked ? 1 : 0) | 0x800, 2) // names in UTF-8
    fields.writeUInt16LE(isStored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimedSize ?? content.length, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(isLink ? 0xa1ff0000 : 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, tail, nameBytes]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  const directoryBytes = Buffer.concat(directory)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directoryBytes.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...locals, directoryBytes, Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(comment)])
}

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function docxParts(): ZipPart[] {
  return [
    {
      name: '[Content_Types].xml',
      text: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${documentType}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `<Relationships><Relationship Id="rId1" Type="${officeRelation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      text: '<w:document><w:body><w:p><w:r><w:t>民事起诉状</w:t></w:r></w:p></w:body></w:document>',
    },
  ]
}

export const outsideRelation = (kind: string): ZipPart => ({
  name: 'word/_rels/document.xml.rels',
  text: `<Relationships><Relationship Id="r1" Type="${officeRelation}/${kind}" Target="https://example.com/x" TargetMode="External"/></Relationships>`,
})

/** A PNG whose header says it is `width` × `height`, of one colour, a few hundred bytes on disk. */
export function pictureBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1024))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A PDF written by hand: numbered objects as given, object 1 the catalog, 2 the page tree, 3 a page. */
export function buildPdf(change: { catalog?: string; more?: (string | Buffer)[] } = {}): Buffer {
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${change.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ...(change.more ?? []),
  ]
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let start = chunks[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    offsets.push(start)
    const body = Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1')
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    chunks.push(chunk)
    start += chunk.length
  }
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  chunks.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(chunks)
}

/** An object stream holding `objects` from number `first`; with `padBytes` of blanks behind, a bomb. */
export function objectStream(first: number, objects: string[], padBytes = 0): Buffer {
  let at = 0
  const heads = objects.map((object, index) => {
    const head = `${first + index} ${at}`
    at += object.length + 1
    return head
  })
  const index = `${heads.join(' ')} `
  const packed = deflateSync(Buffer.concat([Buffer.from(`${index}${objects.join(' ')} `), Buffer.alloc(padBytes, 32)]))
  const dictionary = `<< /Type /ObjStm /N ${objects.length} /First ${index.length} /Filter /FlateDecode /Length ${packed.length} >>`
  return Buffer.concat([Buffer.from(`${dictionary}\nstream\n`), packed, Buffer.from('\nendstream')])
}
