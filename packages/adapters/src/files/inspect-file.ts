import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { AcceptedFile, FileKind, FileLimits, FileRefusal } from '@court/usecases/ports/files'
import { hashesOf } from '../storage/hashes.ts'
import { inspectDocx } from './inspect-docx.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectPicture } from './inspect-picture.ts'
import { hasSecondFormat } from './second-format.ts'
import { refuseFile } from './refusals.ts'

/** What the inspection of one kind found; `body` differs from what arrived only for pictures. */
export type Inspected = Pick<AcceptedFile, 'body' | 'thumbnail' | 'pageCount' | 'widthPixels' | 'heightPixels'>

const inspectors: Record<FileKind, (body: Buffer) => Promise<Inspected | FileRefusal>> = {
  jpeg: (body) => inspectPicture(body, 'jpeg'),
  png: (body) => inspectPicture(body, 'png'),
  pdf: inspectPdf,
  docx: inspectDocx,
}

const mediaTypes: Record<FileKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Decides by content whether a court takes a file, and makes of it what is stored. The name of the file plays no part. */
export async function inspectFile({
  path,
  limits,
}: {
  path: string
  limits: FileLimits
}): Promise<AcceptedFile | FileRefusal> {
  const { size } = await stat(path)
  if (size === 0) return refuseFile('file.empty')
  if (size > limits.sizeBytesMax)
    return refuseFile('file.too-large', { sizeBytes: size, sizeBytesMax: limits.sizeBytesMax })
  const received = await readFile(path)

  const kind = await kindOf(received)
  if (typeof kind !== 'string') return kind
  if (!limits.kinds.includes(kind)) return refuseFile('file.kind-not-allowed', { kind })
  if (hasSecondFormat(received, kind)) return refuseFile('file.mixed-content', { kind })

  const inspected = await inspectors[kind](received)
  if ('ok' in inspected) return inspected
  const { pageCount, body } = inspected
  if (pageCount !== null && pageCount > limits.pagesMax) {
    return refuseFile('file.too-many-pages', { pages: pageCount, pagesMax: limits.pagesMax })
  }
  return {
    ok: true,
    kind,
    mediaType: mediaTypes[kind],
    extension: kind === 'jpeg' ? 'jpg' : kind,
    ...inspected,
    received: { sizeBytes: size, sha256: createHash('sha256').update(received).digest('hex') },
    stored: { sizeBytes: body.byteLength, ...hashesOf(body) },
  }
}

async function kindOf(body: Buffer): Promise<FileKind | FileRefusal> {
  if (body.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  const found = await fileTypeFromBuffer(body).catch(() => undefined)
  switch (found?.ext) {
    case 'jpg':
      return 'jpeg'
    case 'png':
      return 'png'
    case 'docx':
      return 'docx'
    case 'docm':
    case 'dotm':
      return refuseFile('file.docx-active-content', { found: found.ext })
    case 'heic':
    case 'avif':
      return refuseFile('file.heic')
    default:
      return refuseFile('file.wrong-type', { found: found?.ext ?? 'unknown' })
  }
}
