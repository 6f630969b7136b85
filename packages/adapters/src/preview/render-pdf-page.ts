import { createCanvas } from '@napi-rs/canvas'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page that takes longer is not drawn: whoever needs it downloads the paper. */
const secondsMax = 20

/** Pictures inside the paper beyond this are left out: unpacked they would fill the memory of the process. A3 at 600 dpi has 70 million. */
const imagePixelsMax = 80_000_000

export type PdfPagePicture = { jpeg: Buffer; widthPx: number; heightPx: number; pages: number }

/**
 * One page of a PDF as a JPEG, so that a paper is looked at as a picture and never opened inside the court's site.
 * Scripts inside the PDF do not run: nothing of it is evaluated, and no font or address outside the file is fetched.
 * `page` counts from 1; `widthPx` is the width wanted (at most 2,000). Throws `RangeError` for a page the paper does not have.
 */
export async function renderPdfPage(bytes: Uint8Array, page: number, widthPx = 1200): Promise<PdfPagePicture> {
  const folder = packageFolder()
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    maxImageSize: imagePixelsMax,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    wasmUrl: join(folder, 'wasm/'),
    verbosity: 0,
  })
  const limit = setTimeout(() => void task.destroy(), secondsMax * 1000)
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
    clearTimeout(limit)
    await task.destroy()
  }
}

let known: string | null = null

/** Where pdf.js keeps its fonts and tables. A bundler answers `resolve` with a name of its own, so what is found is looked at. */
function packageFolder(): string {
  known ??= [process.cwd(), import.meta.dirname].map(folderFrom).find((folder) => folder !== null) ?? null
  if (known === null) throw new Error('the folder of pdfjs-dist was not found: install it beside the application')
  return known
}

function folderFrom(place: string | undefined): string | null {
  try {
    const folder = dirname(createRequire(join(place ?? '/', 'of-pages.js')).resolve('pdfjs-dist/package.json'))
    return existsSync(join(folder, 'cmaps')) ? folder : null
  } catch {
    return null
  }
}
