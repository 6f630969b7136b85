import type { MaterialFileView, MaterialView } from '@court/usecases/case/page/case-page-types'
import type { ViewerDocument } from '@court/ui/desk/page-viewer'

export type DocumentTexts = {
  note: (material: MaterialView) => string
  download: string
  noPages: string
}

// The materials of a case as papers to look at: a picture is one page, a PDF as many as it has; a text document is only downloaded.
export function documentsOf(
  materials: readonly MaterialView[],
  place: { courtSlug: string; caseId: string },
  texts: DocumentTexts,
): ViewerDocument[] {
  return materials.map((material) => ({
    id: material.id,
    title: material.title,
    note: texts.note(material),
    pages: material.files.flatMap((file) => pagesOf(file, place)),
    download: material.files[0] ? { href: fileHref(place, material.files[0].id), label: texts.download } : undefined,
    noPages: texts.noPages,
  }))
}

function pagesOf(file: MaterialFileView, place: { courtSlug: string; caseId: string }) {
  if (file.mime.startsWith('image/')) {
    return [{ id: file.id, src: pageHref(place, file.id, 1), rotation: file.rotation }]
  }
  if (file.mime !== 'application/pdf') return []
  return Array.from({ length: Math.max(file.pages ?? 1, 1) }, (_, index) => ({
    id: `${file.id}-${index + 1}`,
    src: pageHref(place, file.id, index + 1),
    rotation: file.rotation,
  }))
}

// The file itself, to be kept; and one page of it as a picture.
export function fileHref({ courtSlug, caseId }: { courtSlug: string; caseId: string }, fileId: string): string {
  return `/files/cases/${courtSlug}/${caseId}/${fileId}`
}

export function pageHref(place: { courtSlug: string; caseId: string }, fileId: string, page: number): string {
  return `${fileHref(place, fileId)}/pages/${page}`
}
