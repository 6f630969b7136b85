// What a page knows of the materials of a draft or of a correction. Files are already stored; the browser only arranges them.
export type MaterialView = { id: string; type: string; title: string; files: MaterialFileView[] }

export type MaterialFileView = {
  id: string
  fileName: string
  sizeBytes: number
  pages: number | null
  rotation: 0 | 90 | 180 | 270
  pictureUrl: string | null // a small picture, when there is one
  fileUrl: string | null
}

export type MaterialAct =
  | { kind: 'add'; uploadId: string; fileName: string; type: string; materialId: string | null }
  | { kind: 'retitle'; materialId: string; title: string }
  | { kind: 'rotate'; fileId: string }
  | { kind: 'move'; fileId: string; by: -1 | 1 }
  | { kind: 'remove'; fileId: string }

export type MaterialAnswer =
  { ok: true; materials: MaterialView[]; materialId?: string } | { ok: false; reason: string; isFinal: boolean } // final: another file is needed

// As `uploadLimits` of the court's code gives them.
export type MaterialLimits = { fileBytesMax: number; filesMax: number; pagesMax: number; mediaTypes: readonly string[] }

// `isAskedFor`: it stands open, the others fold away.
export type MaterialKind = { id: string; title: string; isNeeded: boolean; isAskedFor: boolean }
