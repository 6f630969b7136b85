'use client'

import { useRef, useState } from 'react'
import type { MaterialAnswer, MaterialLimits, MaterialView } from './material-view.ts'

export type Sending = {
  key: number
  file: File
  type: string
  materialId: string | null
  state: 'waiting' | 'uploading' | 'checking' | 'failed'
  percent: number
  message: string | null // what is wrong and what to do
  isFinal: boolean // trying again would not help: another file is needed
}

export type UploadFaults = {
  tooLarge: string
  empty: string
  wrongType: string
  tooMany: string
  broken: string
  offline: string
}

const endpoint = '/api/uploads'

// One file after the other, each resumable: a line that breaks goes on where it stopped, also after the page was closed.
export function useUploads({
  limits,
  faults,
  materials,
  add,
}: {
  limits: MaterialLimits
  faults: UploadFaults
  materials: MaterialView[]
  add: (act: { uploadId: string; fileName: string; type: string; materialId: string | null }) => Promise<MaterialAnswer>
}) {
  const [sendings, setSendings] = useState<Sending[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const lastKey = useRef(0)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const change = (key: number, part: Partial<Sending>) =>
    setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const forget = (key: number) => setSendings((all) => all.filter((one) => one.key !== key))

  function send(files: File[], type: string, materialId: string | null, ontoFirst: boolean) {
    const already = materials.reduce((count, material) => count + material.files.length, 0) + sendings.length
    const fresh = files.map((file, index): Sending => {
      const message = faultOf(file, already + index, limits, faults)
      lastKey.current += 1
      return {
        key: lastKey.current,
        file,
        type,
        materialId,
        state: message ? 'failed' : 'waiting',
        percent: 0,
        message,
        isFinal: message !== null,
      }
    })
    setSendings((all) => [...all, ...fresh])
    // Pages photographed together belong to one material: the first makes it, the others follow.
    let target = materialId
    for (const one of fresh.filter((sending) => sending.state === 'waiting')) {
      queue.current = queue.current.then(async () => {
        const made = await run({ ...one, materialId: target })
        if (ontoFirst && made) target = made
      })
    }
  }

  async function run(one: Sending): Promise<string | null> {
    const stop = stops.current.get(one.key) ?? new AbortController()
    if (stop.signal.aborted) return null
    stops.current.set(one.key, stop)
    change(one.key, { state: 'uploading', percent: 0, message: null, materialId: one.materialId })
    try {
      const uploadId = await transfer(one.file, stop.signal, (percent) => change(one.key, { percent }))
      change(one.key, { state: 'checking' })
      const answer = await add({ uploadId, fileName: one.file.name, type: one.type, materialId: one.materialId })
      if (!answer.ok) {
        change(one.key, { state: 'failed', message: answer.reason, isFinal: answer.isFinal })
        return null
      }
      forget(one.key)
      return answer.materialId ?? null
    } catch {
      change(one.key, { state: 'failed', message: navigator.onLine ? faults.broken : faults.offline })
      return null
    }
  }

  function retry(key: number) {
    const one = sendings.find((sending) => sending.key === key)
    if (one) queue.current = queue.current.then(() => run(one))
  }

  function cancel(key: number) {
    const stop = stops.current.get(key) ?? new AbortController()
    stops.current.set(key, stop)
    stop.abort()
    forget(key)
  }

  return { sendings, send, retry, cancel }
}

async function transfer(file: File, signal: AbortSignal, onPercent: (percent: number) => void): Promise<string> {
  const tus = await import('tus-js-client')
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(file, {
      endpoint,
      chunkSize: 1024 * 1024,
      retryDelays: [0, 1000, 3000, 6000, 12000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, filetype: file.type },
      onProgress: (sent, total) => onPercent(total === 0 ? 0 : Math.round((sent / total) * 100)),
      onError: reject,
      onSuccess: () => resolve((upload.url ?? '').split('/').at(-1) ?? ''),
    })
    signal.addEventListener('abort', () => {
      void upload.abort()
      reject(new Error('taken back'))
    })
    upload.findPreviousUploads().then((previous) => {
      if (previous[0]) upload.resumeFromPreviousUpload(previous[0])
      upload.start()
    }, reject)
  })
}

// Said before anything is sent; the server looks at the content itself afterwards.
function faultOf(file: File, already: number, limits: MaterialLimits, faults: UploadFaults): string | null {
  if (file.size === 0) return faults.empty
  if (file.size > limits.fileBytesMax) return faults.tooLarge
  if (file.type !== '' && !limits.mediaTypes.includes(file.type)) return faults.wrongType
  if (already >= limits.filesMax) return faults.tooMany
  return null
}
