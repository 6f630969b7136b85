import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { fileKinds, type FileKind, type FileLimits } from '../ports/files.ts'

/** What the court's code allows, told before the upload. */
export type UploadLimits = {
  fileBytesMax: number
  filesMax: number
  pagesMax: number
  kinds: FileKind[]
  mediaTypes: string[]
}

const mediaTypes: Record<FileKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Nothing of what a court may set goes beyond this: the machine must read the file whole. */
const fileBytesCeiling = 200 * 1024 * 1024

export function uploadLimits(code: ResolvedCode): UploadLimits {
  const limit = code.limits['upload']
  const kinds = fileKinds.filter((kind) => limit?.types?.includes(mediaTypes[kind]) ?? true)
  return {
    fileBytesMax: Math.min(Math.floor((limit?.maxFileMb ?? 20) * 1024 * 1024), fileBytesCeiling),
    filesMax: limit?.maxFiles ?? 60,
    pagesMax: limit?.maxPages ?? 200,
    kinds,
    mediaTypes: kinds.map((kind) => mediaTypes[kind]),
  }
}

export const fileLimits = (limits: UploadLimits): FileLimits => ({
  sizeBytesMax: limits.fileBytesMax,
  pagesMax: limits.pagesMax,
  kinds: limits.kinds,
})
