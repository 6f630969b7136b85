/** A file that whoever asked may read: where it is kept, and what the browser must be told of it. */
export type StoredFile = {
  courtId: string
  storageKey: string
  sha256: string
  mime: string
  fileName: string
  sizeBytes: number
  /** Unknown for a Word document. */
  pages: number | null
}
