import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
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

test('a page that the paper does not have is refused', async () => {
  await expect(renderPdfPage(await paper(), 3)).rejects.toThrow(RangeError)
})
