import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileKinds } from '@court/usecases/ports/files'
import type { FileLimits } from '@court/usecases/ports/files'
import { buildPdf, buildZip, docxParts, objectStream, outsideRelation, pictureBomb } from './hostile-files.ts'
import type { ZipPart } from './hostile-files.ts'
import { inspectFile } from './inspect-file.ts'
import { fileRefusals } from './refusals.ts'
import type { FileRuleId } from './refusals.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'files-'))
})
afterAll(() => rm(directory, { recursive: true }))

let counter = 0
async function inspect(body: Uint8Array | string, change: Partial<FileLimits> = {}) {
  const path = join(directory, String(counter++))
  await writeFile(path, body)
  return inspectFile({ path, limits: { sizeBytesMax: 2_000_000, pagesMax: 5, kinds: fileKinds, ...change } })
}
async function refusalOf(
  body: Uint8Array | string,
  change: Partial<FileLimits> = {},
): Promise<FileRuleId | 'accepted'> {
  const result = await inspect(body, change)
  return result.ok ? 'accepted' : (result.ruleId as FileRuleId)
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ddccbb' } })
const photo = () =>
  plain(60, 40)
    .withExif({ IFD0: { Make: 'Invented Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 52/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
const png = () => plain(30, 20).png().toBuffer()
const docx = (more: ZipPart[] = []) => buildZip([...docxParts(), ...more])
const withPart = (name: string, text: string) =>
  buildZip(docxParts().map((part) => (part.name === name ? { name, text } : part)))

async function pdf(change: (document: PDFDocument) => unknown = () => undefined, options = {}) {
  const document = await PDFDocument.create()
  document.addPage([595, 842])
  await change(document)
  return document.save(options)
}

describe('a good file is taken', () => {
  test('a photo upright, without place, device or any EXIF, with a thumbnail and both hashes', async () => {
    const received = await photo()
    expect((await sharp(received).metadata()).exif).toBeDefined()
    const result = await inspect(received)
    if (!result.ok) throw new Error(result.ruleId)
    expect(result).toMatchObject({
      kind: 'jpeg',
      mediaType: 'image/jpeg',
      extension: 'jpg',
      pageCount: 1,
      widthPixels: 40,
      heightPixels: 60,
    })
    const stored = await sharp(result.body).metadata()
    expect([stored.exif, stored.xmp, stored.orientation]).toEqual([undefined, undefined, undefined])
    expect(Buffer.from(result.body).includes('Invented Phone')).toBe(false)
    expect((await sharp(result.thumbnail ?? Buffer.alloc(0)).metadata()).format).toBe('jpeg')
    expect(result.received.sha256).toBe(createHash('sha256').update(received).digest('hex'))
    expect(result.stored).toEqual({
      sizeBytes: result.body.byteLength,
      sha256: createHash('sha256').update(result.body).digest('hex'),
      sm3: createHash('sm3').update(result.body).digest('hex'),
    })
  })

  test('a PNG', async () => {
    expect(await inspect(await png())).toMatchObject({ ok: true, kind: 'png', widthPixels: 30, heightPixels: 20 })
  })

  test('a PDF byte for byte with its pages counted, whether its objects are packed or not, also with a link in it', async () => {
    for (const useObjectStreams of [true, false]) {
      const body = Buffer.from(await pdf((document) => document.addPage(), { useObjectStreams }))
      const result = await inspect(body)
      expect(result).toMatchObject({ ok: true, kind: 'pdf', pageCount: 2 })
      expect(result.ok && body.equals(result.body)).toBe(true)
    }
    expect(await refusalOf(buildPdf({ more: ['<< /S /URI /URI (https://example.com) >>'] }))).toBe('accepted')
  })

  test('a DOCX byte for byte, also with a hyperlink in it', async () => {
    const body = docx([outsideRelation('hyperlink')])
    const result = await inspect(body)
    expect(result).toMatchObject({ ok: true, kind: 'docx', pageCount: null })
    expect(result.ok && body.equals(result.body)).toBe(true)
  })
})

describe('a bad file is refused, and the refusal says what to do', () => {
  const refused: [string, FileRuleId, () => Promise<Uint8Array | string> | Uint8Array | string][] = [
    ['an empty file', 'file.empty', () => ''],
    ['a file over the limit', 'file.too-large', () => Buffer.alloc(2_000_001, 65)],
    ['plain text', 'file.wrong-type', () => '原告诉称……'],
    ['an HTML page', 'file.wrong-type', () => '<!doctype html><script>alert(1)</script>'],
    ['an SVG picture', 'file.wrong-type', () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    [
      'a program',
      'file.wrong-type',
      () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)]),
    ],
    ['a GIF picture', 'file.wrong-type', () => plain(2, 2).gif().toBuffer()],
    ['a zip', 'file.wrong-type', () => buildZip([{ name: 'a.txt', text: 'a' }])],
    ['a photo in HEIF (AVIF)', 'file.heic', () => plain(16, 16).avif().toBuffer()],
    [
      'a photo cut in the middle',
      'file.picture-broken',
      async () => cut(await noisePicture(200, 200).jpeg().toBuffer()),
    ],
    ['a PNG cut in the middle', 'file.picture-broken', async () => cut(await noisePicture(200, 200).png().toBuffer())],
    ['a picture bomb of 30000 × 30000', 'file.picture-too-many-pixels', () => pictureBomb(30000, 30000)],
    [
      'a photo that is a zip too',
      'file.mixed-content',
      async () => Buffer.concat([await photo(), buildZip([{ name: 'a', text: 'a' }])]),
    ],
    ['a PNG that is a PDF too', 'file.mixed-content', async () => afterHead(await png(), '%PDF-1.4')],
    [
      'a photo that is a page too',
      'file.mixed-content',
      async () =>
        Buffer.concat([
          Buffer.from(await photo()).subarray(0, 2),
          comment('<script>1</script>'),
          Buffer.from(await photo()).subarray(2),
        ]),
    ],
    [
      'a PDF that is a zip too',
      'file.mixed-content',
      () => Buffer.concat([buildPdf(), buildZip([{ name: 'a', text: 'a' }])]),
    ],
    ['a DOCX behind a script', 'file.wrong-type', () => Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()])],
    ['a DOCX with bytes after its end', 'file.mixed-content', () => Buffer.concat([docx(), Buffer.from('more')])],
    ['a PDF with too many pages', 'file.too-many-pages', () => pdf((document) => repeat(5, () => document.addPage()))],
    [
      'a PDF with a password',
      'file.pdf-encrypted',
      () => pdf((document) => document.encrypt({ userPassword: 'a', ownerPassword: 'b' })),
    ],
    [
      'a PDF that opens but is restricted',
      'file.pdf-encrypted',
      () => pdf((document) => document.encrypt({ userPassword: '', ownerPassword: 'b' }), { useObjectStreams: false }),
    ],
    ['a PDF cut in the middle', 'file.pdf-broken', async () => cut(Buffer.from(await pdf()))],
    ['a PDF of a header alone', 'file.pdf-broken', () => '%PDF-1.7\n%%EOF'],
    [
      'a PDF without pages',
      'file.pdf-broken',
      () => buildPdf().toString('latin1').replace('[3 0 R] /Count 1', '[] /Count 0'),
    ],
    [
      'a PDF with a script',
      'file.pdf-active-content',
      () => pdf((document) => document.addJavaScript('a', 'app.alert(1)')),
    ],
    [
      'a PDF with a script, unpacked',
      'file.pdf-active-content',
      () => buildPdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
    ],
    [
      'a PDF with a script under an escaped name',
      'file.pdf-active-content',
      () => buildPdf({ catalog: '/OpenAction << /S /J#61v#61Script >>' }),
    ],
    [
      'a PDF with a script hidden between streams',
      'file.pdf-active-content',
      () => buildPdf({ more: ['(stream\n) 5 0 obj << /S /JavaScript >> endobj (endstream)'] }),
    ],
    [
      'a PDF with a script in an object stream',
      'file.pdf-active-content',
      () => buildPdf({ more: [objectStream(5, ['<< /S /JavaScript /JS (x) >>'])] }),
    ],
    [
      'a PDF that starts a program',
      'file.pdf-active-content',
      () => buildPdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
    ],
    [
      'a PDF with an attachment',
      'file.pdf-active-content',
      () => pdf((document) => document.attach(Buffer.from('x'), 'a.exe')),
    ],
    ['a PDF with an XFA form', 'file.pdf-active-content', () => buildPdf({ catalog: '/AcroForm << /XFA (x) >>' })],
    ['a PDF bomb', 'file.pdf-bomb', () => buildPdf({ more: [objectStream(5, ['<< >>'], 70_000_000)] })],
    ['a DOCX with a macro', 'file.docx-active-content', () => docx([{ name: 'word/vbaProject.bin', text: 'x' }])],
    [
      'a DOCX with a control',
      'file.docx-active-content',
      () => docx([{ name: 'word/activeX/activeX1.xml', text: 'x' }]),
    ],
    [
      'a DOCX with an embedded object',
      'file.docx-active-content',
      () => docx([{ name: 'word/embeddings/oleObject1.bin', text: 'x' }]),
    ],
    ['a DOCX with an outside template', 'file.docx-active-content', () => docx([outsideRelation('attachedTemplate')])],
    [
      'a DOCX with entities',
      'file.docx-active-content',
      () => withPart('word/document.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ],
    [
      'a DOCX without its document',
      'file.docx-broken',
      () => buildZip(docxParts().slice(0, 2).concat({ name: 'word/styles.xml', text: 'x' })),
    ],
    [
      'a DOCX that climbs out of its folder',
      'file.docx-broken',
      () => docx([{ name: '../../etc/cron.d/x', text: 'x' }]),
    ],
    ['a DOCX with a part twice', 'file.docx-broken', () => docx([{ name: 'WORD/document.xml', text: 'x' }])],
    [
      'a DOCX whose sizes lie',
      'file.docx-broken',
      () => buildZip(docxParts().map((part, n) => (n === 2 ? { ...part, claimedSize: 5 } : part))),
    ],
    [
      'a DOCX bomb of one part',
      'file.docx-bomb',
      () => docx([{ name: 'word/media/a.bmp', text: Buffer.alloc(30_000_000) }]),
    ],
    [
      'a DOCX bomb of many parts',
      'file.docx-bomb',
      () => docx(Array.from({ length: 3001 }, (_, n) => ({ name: `word/${n}`, text: '', isStored: true }))),
    ],
  ]

  test.each(refused)('%s: %s', async (_name, ruleId, build) => {
    expect(await refusalOf(await build())).toBe(ruleId)
  })

  test('a kind the court does not take here', async () => {
    expect(await refusalOf(await png(), { kinds: ['pdf'] })).toBe('file.kind-not-allowed')
  })

  test('in Chinese and English, each one', () => {
    for (const reason of Object.values(fileRefusals)) {
      expect(reason.zh).toMatch(/请/)
      expect(reason.en.split('. ').length).toBeGreaterThan(1)
    }
  })
})

test('bytes at random never get past as a file, and never throw', async () => {
  const heads = ['%PDF-1.7\n', '\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'PK\x03\x04']
  for (let n = 0; n < 40; n++) {
    const body = Buffer.concat([Buffer.from(heads[n % 4] ?? '', 'latin1'), noise(1200).subarray(n)])
    expect(await refusalOf(body)).not.toBe('accepted')
  }
})

const cut = (body: Buffer) => body.subarray(0, Math.floor(body.length / 2))
const repeat = (times: number, act: () => unknown) => Array.from({ length: times }, act)
const afterHead = (body: Buffer, text: string) =>
  Buffer.concat([body.subarray(0, 33), textChunk(text), body.subarray(33)])
const textChunk = (text: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(`tEXt${text}`), Buffer.alloc(4)])
const comment = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), Buffer.from(text)])

const noisePicture = (width: number, height: number) =>
  sharp(noise(width * height * 3), { raw: { width, height, channels: 3 } })

/** Bytes that do not compress, the same in every run. */
function noise(sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes)
  let state = 42
  for (let at = 0; at < sizeBytes; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    bytes[at] = state >> 16
  }
  return bytes
}
