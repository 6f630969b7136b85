import { createCanvas } from '@napi-rs/canvas'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfPagePicture = { jpeg: Buffer; widthPx: number; heightPx: number; pages: number }

/**
 * One page of a PDF as a JPEG, so that a paper is looked at as a picture and never opened inside the court's site.
 * Scripts inside the PDF do not run: nothing of it is evaluated, and no font or address outside the file is fetched.
 * `page` counts from 1; `widthPx` is the width wanted (at most 2,000). Throws `RangeError` for a page the paper does not have.
 */
export async function renderPdfPage(bytes: Uint8Array, page: number, widthPx = 1200): Promise<PdfPagePicture> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: join(packageFolder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
    wasmUrl: join(packageFolder, 'wasm/'),
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    if (!Number.isInteger(page) || page < 1 || page > pdf.numPages) throw new RangeError(`no page ${String(page)}`)
    const sheet = await pdf.getPage(page)
    const natural = sheet.getViewport({ scale: 1 })
    const viewport = sheet.getViewport({ scale: Math.min(widthPx, 2000) / natural.width })
    const height = Math.min(Math.ceil(viewport.height), 4000)
    const canvas = createCanvas(Math.ceil(viewport.width), height)
    // pdf.js is typed for the DOM's canvas; @napi-rs/canvas is the one it uses itself in Node.
    await sheet.render({
      canvas: canvas as unknown as Parameters<typeof sheet.render>[0]['canvas'],
      viewport,
      background: '#ffffff',
    }).promise
    return {
      jpeg: await canvas.encode('jpeg', 85),
      widthPx: canvas.width,
      heightPx: canvas.height,
      pages: pdf.numPages,
    }
  } finally {
    await task.destroy()
  }
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
