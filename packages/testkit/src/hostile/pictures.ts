import { deflateSync } from 'node:zlib'
import { buildZip, pictureBomb, pngChunk } from '@court/adapters/files/hostile-files'
import sharp from 'sharp'
import { harmless, refused, type HostileFile } from './hostile-file.ts'

const plain = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#ddccbb' } })
const jpeg = () => plain().jpeg().toBuffer()
const png = () => plain().png().toBuffer()
const zip = () => buildZip([{ name: 'a.class', text: 'a' }])
const after = (body: Buffer, at: number, piece: Buffer) =>
  Buffer.concat([body.subarray(0, at), piece, body.subarray(at)])

/** A segment of a JPEG behind its beginning; `claimed` is the length it says it has. */
const segment = (marker: number, content: Buffer | string, claimed?: number) => {
  const data = Buffer.from(content)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(claimed ?? data.length + 2, 2)
  return Buffer.concat([head, data])
}
const inJpeg = async (marker: number, content: Buffer | string, claimed?: number) =>
  after(await jpeg(), 2, segment(marker, content, claimed))
const inPng = async (type: string, data: Buffer | string) => after(await png(), 33, pngChunk(type, Buffer.from(data)))
/** Behind the pixels, out of the head that is looked at for markup. */
const atPngEnd = async (type: string, data: Buffer | string) => {
  const body = await png()
  return after(
    body,
    body.length - 12,
    Buffer.concat([pngChunk('tEXt', Buffer.alloc(1500, 32)), pngChunk(type, Buffer.from(data))]),
  )
}
const withPlace = () =>
  plain()
    .withExif({
      IFD0: { Make: 'Invented Phone', Artist: 'Zhang Hidden', Copyright: '<b>x</b>' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 33/1 0/1' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/><!-- 29.8667N --></x:xmpmeta>',
    )

export const hostilePictures: HostileFile[] = [
  refused('a photo that is a Java archive too', 'photo.jpg', 'file.mixed-content', async () =>
    Buffer.concat([await jpeg(), zip()]),
  ),
  refused('a PNG that is a zip too', 'scan.png', 'file.mixed-content', async () => Buffer.concat([await png(), zip()])),
  refused('a photo with a page in its comment', 'photo.jpg', 'file.mixed-content', () =>
    inJpeg(0xfe, '<html><script>alert(1)</script>'),
  ),
  refused('a photo with PHP in its comment', 'photo.php.jpg', 'file.mixed-content', () =>
    inJpeg(0xfe, '<?php system($_GET[0]); ?>'),
  ),
  refused('a PNG with a script in its text', 'scan.png', 'file.mixed-content', () =>
    inPng('tEXt', 'Comment\0<script>alert(1)</script>'),
  ),
  refused('a PNG that opens as a PDF', 'scan.pdf', 'file.mixed-content', () => inPng('tEXt', 'a\0%PDF-1.7')),
  harmless('a PNG with a script behind its pixels', 'scan.png', ['<script>'], () =>
    atPngEnd('tEXt', 'Comment\0<script>alert(1)</script>'),
  ),
  harmless('a photo with a PDF glued to its end', 'photo.jpg', ['%PDF-', '/JavaScript'], async () =>
    Buffer.concat([await jpeg(), Buffer.alloc(1500), Buffer.from('%PDF-1.7 /OpenAction << /S /JavaScript >>')]),
  ),
  harmless('a photo with a program glued to its end', 'photo.jpg', ['This program cannot be run'], async () =>
    Buffer.concat([await jpeg(), Buffer.from(`MZ${'\0'.repeat(60)}This program cannot be run in DOS mode`)]),
  ),
  harmless(
    'a photo that tells where the filer lives',
    'IMG_0001.JPG',
    ['Invented Phone', 'Zhang Hidden', '29.8667N', 'Exif'],
    () => withPlace().jpeg().toBuffer(),
  ),
  harmless(
    'a PNG that tells where the filer lives',
    'IMG_0002.PNG',
    ['Invented Phone', 'Zhang Hidden', '29.8667N', 'eXIf'],
    () => withPlace().png().toBuffer(),
  ),
  harmless('a photo with an address book entry (IPTC)', 'photo.jpg', ['Sunset Road'], () =>
    inJpeg(0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x5a\0\x0bSunset Road'),
  ),
  harmless('a PNG with a text that unpacks to a gigabyte', 'scan.png', ['zTXt'], () =>
    atPngEnd('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000))])),
  ),
  refused('a pixel flood of 30000 × 30000', 'scan.png', 'file.picture-too-many-pixels', () =>
    pictureBomb(30_000, 30_000),
  ),
  refused('a pixel flood of 1 × 2147483647', 'scan.png', 'file.picture-broken', () => pictureBomb(1, 0x7fffffff)),
  refused('a photo that says it is 65535 × 65535', 'photo.jpg', 'file.picture-broken', async () => {
    const body = await jpeg()
    body.fill(0xff, sizeAt(body), sizeAt(body) + 4)
    return body
  }),
  refused('a photo without any pixels', 'photo.jpg', 'file.picture-broken', async () => {
    const body = await jpeg()
    body.fill(0, sizeAt(body), sizeAt(body) + 4)
    return body
  }),
  refused('a photo whose segment is longer than the file', 'photo.jpg', 'file.picture-broken', async () =>
    (await inJpeg(0xe5, 'x', 0xffff)).subarray(0, 400),
  ),
  refused('a PNG whose chunk is longer than the file', 'scan.png', 'file.picture-broken', async () => {
    const body = await png()
    body.writeUInt32BE(0x7fffffff, 33)
    return body
  }),
  refused('a PNG without its pixels', 'scan.png', 'file.picture-broken', async () => (await png()).subarray(0, 40)),
]

/** Where height and width stand in a baseline JPEG. */
const sizeAt = (body: Buffer): number => body.indexOf(Buffer.from([0xff, 0xc0])) + 5
