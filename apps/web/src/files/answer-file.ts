import { createPreviewCache, type PreviewCache } from '@court/adapters/preview/preview-cache'
import { previewWidths, renderPage, type PreviewWidth } from '@court/adapters/preview/render-page'
import { kindOf, refusalKinds, type Refusal, type Result } from '@court/usecases/refusal'
import type { StoragePort } from '@court/usecases/ports/storage'
import type { StoredFile } from '@court/usecases/uploads/stored-file'

// What people hand in is never a page of ours: it is downloaded, or seen as a picture that we drew of it.
export async function answerFile(found: Result<StoredFile>, storage: StoragePort): Promise<Response> {
  if (!found.ok) return answerRefusal(found)
  const { courtId, storageKey, mime, fileName } = found.value
  const blob = await storage.open({ courtId, key: storageKey })
  if (!blob) return absent()
  return new Response(blob.body, {
    headers: {
      ...guards,
      'content-type': mime,
      'content-length': String(blob.sizeBytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(fileName)}`,
      'cache-control': 'private, no-store',
    },
  })
}

type Asked = { request: Request; page: string; storage: StoragePort }

export async function answerPage(found: Result<StoredFile>, { request, page, storage }: Asked): Promise<Response> {
  if (!found.ok) return answerRefusal(found)
  const { courtId, storageKey, sha256, mime } = found.value
  const number = /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 0
  const widthPx = widthOf(new URL(request.url).searchParams.get('w'))
  const etag = `"${sha256}-${number}-${widthPx}"`
  // Kept by the browser, but never shown again without asking who is signed in now.
  const headers = { ...guards, etag, 'cache-control': 'private, no-cache', vary: 'cookie' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const picture = await pictures().get(`${courtId} ${etag}`, async () => {
    const blob = number > 0 ? await storage.open({ courtId, key: storageKey }) : null
    if (!blob) return null
    const bytes = new Uint8Array(await new Response(blob.body).arrayBuffer())
    return renderPage({ bytes, mime, page: number, widthPx })
  })
  if (!picture) return absent()
  return new Response(Uint8Array.from(picture), {
    headers: { ...headers, 'content-type': 'image/jpeg', 'content-disposition': 'inline; filename="page.jpg"' },
  })
}

// An answer of this kind runs nothing, frames nothing and is taken for nothing but what it says it is.
export const guards = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
}

function widthOf(wanted: string | null): PreviewWidth {
  return previewWidths.find((width) => String(width) === wanted) ?? 1200
}

// RFC 5987: what encodeURIComponent leaves and the header does not allow.
export const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

export function answerRefusal(refusal: Refusal): Response {
  const { http } = refusalKinds[kindOf(refusal)]
  return Response.json(
    { ok: false, ruleId: refusal.ruleId, reason: refusal.reason },
    { status: http, headers: noStore },
  )
}

export const absent = () => new Response('Not found\n', { status: 404, headers: noStore })
const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const key = Symbol.for('tongheng.web.pictures')
const held = globalThis as unknown as { [key]?: PreviewCache }
const pictures = () => (held[key] ??= createPreviewCache())
