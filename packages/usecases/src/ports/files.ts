/** The four kinds of file a court accepts, told apart by content and never by name. */
export const fileKinds = ['jpeg', 'png', 'pdf', 'docx'] as const
export type FileKind = (typeof fileKinds)[number]

/** What the court's code allows for one file; told to the filer before the upload. */
export type FileLimits = { sizeBytesMax: number; pagesMax: number; kinds: readonly FileKind[] }

export type FileRefusal = {
  ok: false
  ruleId: `file.${string}`
  /** Says what is wrong and what to do about it. */
  reason: { zh: string; en: string }
  facts: Record<string, string | number>
}

/**
 * `body` is what is to be stored: a picture is turned upright, freed of EXIF and encoded anew; a PDF or DOCX is left byte for byte.
 * `thumbnail` is a small JPEG of a picture. `pageCount` is unknown (null) for DOCX.
 */
export type AcceptedFile = {
  ok: true
  kind: FileKind
  mediaType: string
  extension: string
  body: Uint8Array
  thumbnail: Uint8Array | null
  pageCount: number | null
  widthPixels: number | null
  heightPixels: number | null
  received: { sizeBytes: number; sha256: string }
  stored: { sizeBytes: number; sha256: string; sm3: string }
}

export type InspectFilePort = (input: { path: string; limits: FileLimits }) => Promise<AcceptedFile | FileRefusal>
