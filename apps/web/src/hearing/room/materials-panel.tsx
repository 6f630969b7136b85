'use client'

import { Button } from '@court/ui/button'
import { fill } from '@court/ui/words/fill'
import { useRoom } from './room-context.tsx'

// The papers of the file, to be put before everybody. Whoever may not read one does not find it here.
export function MaterialsPanel() {
  const { view, hearing, words } = useRoom()
  const shownFile = view.shown?.fileId
  const materials = view.materials.filter(({ files }) => files.some(({ pages }) => pages > 0))
  if (materials.length === 0) return <p className="text-muted">{words.shown.none}</p>
  return (
    <ul className="divide-y">
      {materials.map((material) => (
        <li key={material.id} className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0 last:pb-0">
          <span className="min-w-0">{material.title}</span>
          <span className="flex flex-wrap gap-1.5">
            {material.files
              .filter(({ pages }) => pages > 0)
              .map((file, index) => (
                <Button
                  key={file.id}
                  type="button"
                  size="dense"
                  aria-pressed={shownFile === file.id}
                  variant={shownFile === file.id ? 'primary' : 'secondary'}
                  onClick={() =>
                    void hearing.act('showPage', { shown: { materialId: material.id, fileId: file.id, page: 1 } })
                  }
                >
                  {material.files.length > 1
                    ? fill(words.shown.showFile, { n: index + 1, pages: file.pages })
                    : fill(words.shown.show, { pages: file.pages })}
                  <span className="sr-only">{material.title}</span>
                </Button>
              ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
