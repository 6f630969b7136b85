'use client'

import { buttonClass } from '@court/ui/button-class'
import { FileRow } from '@court/ui/file-row'
import { ArrowDownIcon, ArrowUpIcon, RotateCwIcon, TrashIcon } from '@court/ui/icons'
import { Input } from '@court/ui/input'
import type { ReactNode } from 'react'
import type { UploaderWords } from './material-uploader.tsx'
import type { MaterialAct, MaterialFileView, MaterialView } from './material-view.ts'
import { PickFiles } from './pick-files.tsx'
import { sizeOf } from './sending-row.tsx'

// Documents that are there: their pages in order, to be turned, moved, named or taken out.
export function MaterialRows({
  materials,
  canRetitle,
  accept,
  words,
  onAct,
  onAddPages,
}: {
  materials: MaterialView[]
  canRetitle: boolean
  accept: readonly string[]
  words: UploaderWords
  onAct: (act: MaterialAct) => void
  onAddPages: (materialId: string, files: File[]) => void
}) {
  return materials.map((material) => (
    <div key={material.id} className={canRetitle ? 'mt-3 rounded-md border bg-surface px-3 pt-2 pb-3' : ''}>
      {canRetitle ? (
        <label className="block">
          <span className="text-sm text-muted">{words.title}</span>
          <Input
            defaultValue={material.title}
            maxLength={100}
            onBlur={(event) => {
              const title = event.target.value.trim()
              if (title !== '' && title !== material.title) onAct({ kind: 'retitle', materialId: material.id, title })
            }}
          />
        </label>
      ) : null}
      {material.files.map((file, index) => (
        <FileRow
          key={file.id}
          name={file.fileName}
          meta={[sizeOf(file.sizeBytes), file.pages === null ? '' : words.pages.replace('{n}', String(file.pages))]
            .filter(Boolean)
            .join(' · ')}
          state="done"
          stateLabel={words.states.done}
          preview={file.pictureUrl ? <Preview file={file} label={words.open} /> : undefined}
          actions={
            <>
              {index > 0 ? (
                <Tool
                  label={`${words.up} ${file.fileName}`}
                  onPress={() => onAct({ kind: 'move', fileId: file.id, by: -1 })}
                >
                  <ArrowUpIcon />
                </Tool>
              ) : null}
              {index < material.files.length - 1 ? (
                <Tool
                  label={`${words.down} ${file.fileName}`}
                  onPress={() => onAct({ kind: 'move', fileId: file.id, by: 1 })}
                >
                  <ArrowDownIcon />
                </Tool>
              ) : null}
              {file.pictureUrl ? (
                <Tool
                  label={`${words.rotate} ${file.fileName}`}
                  onPress={() => onAct({ kind: 'rotate', fileId: file.id })}
                >
                  <RotateCwIcon />
                </Tool>
              ) : null}
              <Tool
                label={`${words.remove} ${file.fileName}`}
                onPress={() => onAct({ kind: 'remove', fileId: file.id })}
              >
                <TrashIcon />
              </Tool>
            </>
          }
        />
      ))}
      {canRetitle ? (
        <PickFiles
          isSmall
          accept={accept}
          about={material.title}
          words={{ ...words, choose: words.addPages }}
          onFiles={(files) => onAddPages(material.id, files)}
        />
      ) : null}
    </div>
  ))
}

function Preview({ file, label }: { file: MaterialFileView; label: string }) {
  const picture = (
    <img
      src={file.pictureUrl ?? ''}
      alt=""
      className="size-full object-cover"
      style={{ transform: `rotate(${file.rotation}deg)` }}
    />
  )
  if (!file.fileUrl) return picture
  return (
    <a
      href={file.fileUrl}
      target="_blank"
      rel="noopener"
      aria-label={`${label} ${file.fileName}`}
      className="size-full"
    >
      {picture}
    </a>
  )
}

function Tool({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className={buttonClass({ variant: 'quiet', className: '!px-2' })}
    >
      {children}
    </button>
  )
}
