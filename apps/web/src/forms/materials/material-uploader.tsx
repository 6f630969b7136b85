'use client'

import type { CameraWords } from '@court/ui/court/camera-capture'
import { ChevronRightIcon } from '@court/ui/icons'
import { useState } from 'react'
import { MaterialRows } from './material-rows.tsx'
import type { MaterialAct, MaterialAnswer, MaterialKind, MaterialLimits, MaterialView } from './material-view.ts'
import { PickFiles } from './pick-files.tsx'
import { SendingRow } from './sending-row.tsx'
import { useUploads, type UploadFaults } from './use-uploads.ts'

export type UploaderWords = {
  needed: string
  photograph: string
  choose: string
  addPages: string
  retry: string
  remove: string
  rotate: string
  up: string
  down: string
  title: string
  open: string
  more: string // with {kinds}
  comma: string
  states: { waiting: string; uploading: string; checking: string; failed: string; done: string }
  pages: string // {n} pages
  failed: string
  camera: CameraWords
  faults: UploadFaults
}

// The materials of a filing, by kind: photographed or chosen, each file with its own progress, order, turn and name.
export function MaterialUploader({
  name,
  id,
  kinds,
  limits,
  initial,
  act,
  words,
}: {
  name: string
  id: string
  kinds: MaterialKind[]
  limits: MaterialLimits
  initial: MaterialView[]
  act: (act: MaterialAct) => Promise<MaterialAnswer>
  words: UploaderWords
}) {
  const [materials, setMaterials] = useState(initial)
  const [fault, setFault] = useState<string | null>(null)
  const perform = async (one: MaterialAct): Promise<MaterialAnswer> => {
    const answer = await act(one)
    if (answer.ok) setMaterials(answer.materials)
    return answer
  }
  const arrange = (one: MaterialAct) => {
    setFault(null)
    perform(one).then(
      (answer) => setFault(answer.ok ? null : answer.reason),
      () => setFault(words.failed),
    )
  }
  const uploads = useUploads({
    limits,
    faults: words.faults,
    materials,
    add: (part) => perform({ kind: 'add', ...part }),
  })
  // What nearly everybody hands in stands open; the rest folds away until it is needed.
  const isUsual = (kind: MaterialKind) => kind.isNeeded || kind.isAskedFor || kinds.length <= 4
  const usual = kinds.filter(isUsual)
  const rare = kinds.filter((kind) => !isUsual(kind))
  const section = (kind: MaterialKind) => {
    const own = materials.filter((material) => material.type === kind.id)
    const sent = uploads.sendings.filter((sending) => sending.type === kind.id)
    // What is needed is one document of several pages; other kinds may hold many documents.
    const whole = kind.isNeeded ? (own[0]?.id ?? null) : null
    return (
      <section key={kind.id} id={`${id}-${kind.id}`} aria-label={kind.title}>
        <h2 className="flex flex-wrap items-baseline gap-x-3 border-b pb-1 text-lg">
          {kind.title}
          {kind.isNeeded ? <span className="text-sm font-normal text-muted">{words.needed}</span> : null}
        </h2>
        <MaterialRows
          materials={own}
          canRetitle={!kind.isNeeded}
          words={words}
          accept={limits.mediaTypes}
          onAct={arrange}
          onAddPages={(material, files) => uploads.send(files, kind.id, material, false)}
        />
        {sent.map((sending) => (
          <SendingRow
            key={sending.key}
            sending={sending}
            words={words}
            onRetry={uploads.retry}
            onCancel={uploads.cancel}
          />
        ))}
        <PickFiles
          accept={limits.mediaTypes}
          about={kind.title}
          words={words}
          onFiles={(files, isOneDocument) => uploads.send(files, kind.id, whole, isOneDocument || kind.isNeeded)}
        />
      </section>
    )
  }
  return (
    <div id={id} className="space-y-8">
      <input
        type="hidden"
        name={name}
        value={JSON.stringify(materials.map(({ id: material, type, title }) => ({ id: material, type, title })))}
      />
      {fault ? (
        <p role="alert" className="font-semibold text-accent-text">
          {fault}
        </p>
      ) : null}
      {usual.map(section)}
      {rare.length > 0 ? (
        <details className="group" open={rare.some((kind) => materials.some((material) => material.type === kind.id))}>
          <summary className="inline-flex min-h-target list-none items-center gap-1 text-info underline underline-offset-4 [&::-webkit-details-marker]:hidden">
            <ChevronRightIcon className="size-4 transition-transform group-open:rotate-90" />
            {words.more.replace('{kinds}', rare.map((kind) => kind.title).join(words.comma))}
          </summary>
          <div className="mt-4 space-y-8">{rare.map(section)}</div>
        </details>
      ) : null}
    </div>
  )
}
