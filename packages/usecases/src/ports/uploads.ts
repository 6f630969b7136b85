/** A file that arrived whole and waits to be taken into a case; `path` is on this machine and must not be changed. */
export type FinishedUpload = {
  uploadId: string
  path: string
  name: string
  sizeBytes: number
  sha256: string
  metadata: Record<string, string>
}

/** Where resumable uploads wait. Another owner's upload is absent, like one that never was or has not arrived whole. */
export type UploadsPort = {
  take(input: { uploadId: string; ownerId: string }): Promise<FinishedUpload | null>
  remove(uploadId: string): Promise<void>
  /** Removes what was begun longer ago than the area keeps it (24 h by default); returns how many. */
  removeExpired(): Promise<number>
}
