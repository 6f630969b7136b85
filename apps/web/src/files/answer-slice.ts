import type { Result } from '@court/usecases/refusal'
import type { StoragePort } from '@court/usecases/ports/storage'
import { absent, answerRefusal, guards } from './answer-file.ts'

type Slice = { courtId: string; storageKey: string; mime: string; sizeBytes: number }

// A part of a recording, for the player of our own page: streamed, whole or the piece that the player asks for, and kept nowhere on the way.
export async function answerSlice(
  found: Result<Slice>,
  { request, storage }: { request: Request; storage: StoragePort },
): Promise<Response> {
  if (!found.ok) return answerRefusal(found)
  const { courtId, storageKey, mime, sizeBytes } = found.value
  const range = rangeOf(request.headers.get('range'), sizeBytes)
  const headers = {
    ...guards,
    'content-type': mime,
    'content-disposition': 'inline; filename="recording"',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
  }
  if (range === 'outside')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${sizeBytes}` } })
  const blob = await storage.open({ courtId, key: storageKey, ...(range ? { range } : {}) })
  if (!blob) return absent()
  if (!range) return new Response(blob.body, { headers: { ...headers, 'content-length': String(sizeBytes) } })
  return new Response(blob.body, {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(range.last - range.first + 1),
      'content-range': `bytes ${range.first}-${range.last}/${sizeBytes}`,
    },
  })
}

/** One range as players ask for it; several at once, or none that can be read, get the whole. */
export function rangeOf(header: string | null, sizeBytes: number): { first: number; last: number } | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  return first >= sizeBytes || last < first ? 'outside' : { first, last }
}
