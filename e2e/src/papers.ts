import sharp from 'sharp'
import type { Picture } from './file-case.ts'

/** A plain page as a scanner gives it; no two are alike. JPEG. */
export async function drawnPage(name: string, { width = 800, height = 1100 } = {}): Promise<Picture> {
  const noise = { type: 'gaussian', mean: 235, sigma: 12 } as const
  const buffer = await sharp({ create: { width, height, channels: 3, background: '#f6f3ea', noise } })
    .jpeg({ quality: 80 })
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** A PDF that asks for a password before it shows a page: the words of the format, with an /Encrypt dictionary. */
export function encryptedPdf(name: string): Picture {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>',
    `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((body, index) => {
    const start = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const id = `<${'43'.repeat(16)}>`
  const trailer = `trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [${id} ${id}] >>\nstartxref\n${text.length}\n%%EOF\n`
  return {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`${text}xref\n0 5\n0000000000 65535 f \n${table}${trailer}`),
  }
}
