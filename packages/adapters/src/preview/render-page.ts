import sharp from 'sharp'
import { renderPdfPage } from './render-pdf-page.ts'

export const previewWidths = [320, 640, 1200, 1600] as const
export type PreviewWidth = (typeof previewWidths)[number]

const pixelsMax = 80_000_000

/** One page of a stored paper as a JPEG; null when the paper has no such page, or is of a kind that has no pictures. */
export async function renderPage({
  bytes,
  mime,
  page,
  widthPx,
}: {
  bytes: Uint8Array
  mime: string
  page: number
  widthPx: PreviewWidth
}): Promise<Buffer | null> {
  if (mime === 'application/pdf') {
    try {
      return (await renderPdfPage(bytes, page, widthPx)).jpeg
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }
  if (!mime.startsWith('image/') || page !== 1) return null
  return sharp(bytes, { limitInputPixels: pixelsMax })
    .resize({ width: widthPx, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer()
}
