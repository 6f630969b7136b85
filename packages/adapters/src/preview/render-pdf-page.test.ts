import { deflateSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { buildPdf } from '../files/hostile-files.ts'
import { renderPdfPage } from './render-pdf-page.ts'

async function paper(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const word of ['first', 'second']) pdf.addPage([595, 842]).drawText(word, { x: 60, y: 700, size: 60, font })
  return pdf.save()
}

test('a page of a PDF becomes a picture with something on it', async () => {
  const picture = await renderPdfPage(await paper(), 2, 600)
  const { channels } = await sharp(picture.jpeg).stats()
  expect({ width: picture.widthPx, pages: picture.pages }).toEqual({ width: 600, pages: 2 })
  expect(channels[0]?.min).toBeLessThan(60)
  expect(channels[0]?.max).toBe(255)
})

test('a picture flood inside a paper is left out of its page', async () => {
  const packed = deflateSync(Buffer.alloc((30_000 * 30_000) / 8))
  const image = `<< /Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  const text = buildPdf({
    more: [
      Buffer.concat([Buffer.from(image), packed, Buffer.from('\nendstream')]),
      '<< /Length 30 >>\nstream\nq 500 0 0 500 0 0 cm /I Do Q   \nendstream',
    ],
  }).toString('latin1')
  const body = text.replace('/MediaBox', '/Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> /MediaBox')
  const before = process.memoryUsage.rss()
  const { jpeg } = await renderPdfPage(Buffer.from(body, 'latin1'), 1, 320)
  const { channels } = await sharp(jpeg).stats()
  expect(channels[0]?.min).toBe(255)
  expect(process.memoryUsage.rss() - before).toBeLessThan(700_000_000)
})

test('a page that the paper does not have is refused', async () => {
  await expect(renderPdfPage(await paper(), 3)).rejects.toThrow(RangeError)
})
