import type { Upload } from '@court/db/generated/client'

/** One document made of one or more files in their order. `id` is given with the first file and never changes. */
export type UploadedMaterial = { id: string; type: string; title: string; files: UploadedFile[] }

export type UploadedFile = {
  id: string
  fileName: string
  mime: string
  sizeBytes: number
  sha256: string
  pages: number | null
  rotation: 0 | 90 | 180 | 270
  /** The first page as a picture, as it was stored; the reader turns it by `rotation`. Null for a Word document. */
  pictureUrl: string | null
  fileUrl: string
}

/** Files with one slot are one material; materials and files stand in the order of their positions. */
export function materialsOf(uploads: readonly Upload[]): UploadedMaterial[] {
  const materials = new Map<string, UploadedMaterial>()
  for (const upload of [...uploads].sort((a, b) => a.position - b.position)) {
    const known = materials.get(upload.slot)
    const material = known ?? { id: upload.slot, type: upload.kind, title: upload.title, files: [] }
    material.files.push(fileOf(upload))
    materials.set(upload.slot, material)
  }
  return [...materials.values()]
}

function fileOf(upload: Upload): UploadedFile {
  const mime = upload.mime ?? 'application/octet-stream'
  const fileUrl = `/files/uploads/${upload.id}`
  return {
    id: upload.id,
    fileName: upload.fileName,
    mime,
    sizeBytes: upload.sizeBytes,
    sha256: upload.sha256 ?? '',
    pages: upload.pages,
    rotation: quarter(upload.rotation),
    pictureUrl: hasPictures(mime) ? `${fileUrl}/pages/1?w=320` : null,
    fileUrl,
  }
}

export const hasPictures = (mime: string): boolean => mime === 'application/pdf' || mime.startsWith('image/')

export function quarter(degrees: number): 0 | 90 | 180 | 270 {
  const turned = ((degrees % 360) + 360) % 360
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0
}
