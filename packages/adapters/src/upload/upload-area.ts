import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FinishedUpload, UploadsPort } from '@court/usecases/ports/uploads'

export type UploadAreaOptions = {
  directory: string
  /** URL path of the route, such as `/api/uploads`; uploads live below it. */
  path: string
  /** Who is uploading; `null` for nobody (answered as absent). The id never leaves the server. */
  ownerOf(request: Request): Promise<string | null>
  /** What the court's code allows for this request (its headers or URL say which court); 0 refuses every upload. */
  sizeBytesMaxOf(request: Request): Promise<number>
  uploadsPerOwnerMax?: number
  /** Of everything that one owner has waiting, as it was announced. */
  bytesPerOwnerMax?: number
  keepHours?: number
}

export type UploadArea = UploadsPort & { handle(request: Request): Promise<Response> }

/** Resumable uploads (tus 1.0) as a web-standard handler: one function for POST, HEAD, PATCH, DELETE and OPTIONS of a route. */
export function createUploadArea(options: UploadAreaOptions): UploadArea {
  const { directory, uploadsPerOwnerMax = 200, bytesPerOwnerMax = 2 * 1024 ** 3, keepHours = 24 } = options
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: keepHours * 3_600_000 })
  const owners = new WeakMap<object, string>()
  const ownerOf = async (request: Request) => {
    const owner = owners.get(request) ?? (await options.ownerOf(request))
    if (owner === null) throw absent
    owners.set(request, owner)
    return owner
  }

  const server = new Server({
    path: options.path,
    datastore: store,
    relativeLocation: true,
    allowedOrigins: [],
    exposedHeaders: ['Upload-Sha256'],
    maxSize: (request) => options.sizeBytesMaxOf(request),
    namingFunction: async (request) => `${prefixOf(await ownerOf(request))}-${randomBytes(16).toString('hex')}`,
    onUploadCreate: async (request, upload) => {
      const prefix = prefixOf(await ownerOf(request))
      const waiting = (await readdir(directory)).filter((name) => name.startsWith(prefix) && !name.endsWith('.json'))
      if (waiting.length >= uploadsPerOwnerMax) throw tooMany
      const sizes = await Promise.all(waiting.map((id) => announcedSize(store, id)))
      if (sizes.reduce((sum, size) => sum + size, upload.size ?? 0) > bytesPerOwnerMax) throw tooMany
      return { metadata: { ...upload.metadata } }
    },
    onIncomingRequest: async (request, uploadId) => {
      const owner = await ownerOf(request)
      if (request.method !== 'POST' && !belongsTo(uploadId, owner)) throw absent
    },
    onUploadFinish: async (_request, upload) => ({
      headers: { 'Upload-Sha256': await flushAndHash(join(directory, upload.id)) },
    }),
    onResponseError: (_request, error) => answerTo(error),
  })

  return {
    async handle(request) {
      // tus lets anybody read an upload back; nothing is ever served from the upload area.
      if (request.method === 'GET')
        return new Response('Not found\n', { status: 404, headers: { 'cache-control': 'no-store' } })
      await mkdir(directory, { recursive: true })
      if (request.method === 'POST' && (await options.sizeBytesMaxOf(request)) <= 0) return refuseAll()
      return server.handleWeb(request)
    },

    async take({ uploadId, ownerId }) {
      if (!isUploadId(uploadId) || !belongsTo(uploadId, ownerId)) return null
      const upload = await store.getUpload(uploadId).catch(() => null)
      if (!upload || upload.size === undefined || upload.offset !== upload.size) return null
      const path = join(directory, uploadId)
      return finishedUpload(uploadId, path, upload.metadata ?? {}).catch(takenMeanwhile)
    },

    async remove(uploadId) {
      if (isUploadId(uploadId)) await store.remove(uploadId).catch(() => undefined)
    },

    removeExpired: () => store.deleteExpired(),
  }
}

async function finishedUpload(
  uploadId: string,
  path: string,
  metadata: Record<string, string | null>,
): Promise<FinishedUpload> {
  const known = Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, value ?? '']))
  const { size: sizeBytes } = await stat(path)
  return { uploadId, path, name: known['filename'] ?? '', sizeBytes, sha256: await flushAndHash(path), metadata: known }
}

const announcedSize = (store: FileStore, id: string): Promise<number> =>
  store.getUpload(id).then(
    ({ size }) => size ?? 0,
    () => 0, // finished or removed meanwhile
  )

/** Somebody else took and removed it between two looks. */
function takenMeanwhile(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** The owner stands in the id as a hash, so that whose upload it is needs no look-up and cannot be claimed by metadata. */
const prefixOf = (owner: string) => createHash('sha256').update(owner).digest('hex').slice(0, 24)
const belongsTo = (uploadId: string, owner: string) => uploadId.startsWith(`${prefixOf(owner)}-`)
const isUploadId = (text: string) => /^[0-9a-f]{24}-[0-9a-f]{32}$/.test(text)

async function flushAndHash(path: string): Promise<string> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const absent = { status_code: 404, body: 'Not found\n' }
const tooMany = refusal(429, 'file.too-many-waiting', {
  zh: '尚未提交的上传过多，请先删除不需要的文件。',
  en: 'Too many uploads are waiting. Remove the files you do not need first.',
})
const tooLarge = refusal(413, 'file.too-large', {
  zh: '文件超过本院允许的大小，请压缩或拆分后重新上传。',
  en: 'The file is larger than this court allows. Compress or split it and upload it again.',
})

function refuseAll(): Response {
  return new Response(tooLarge.body, { status: tooLarge.status_code, headers: { 'content-type': 'application/json' } })
}

function refusal(status_code: number, ruleId: string, reason: { zh: string; en: string }) {
  return { status_code, body: JSON.stringify({ ok: false, ruleId, reason, facts: {} }) }
}

function answerTo(error: Error | { status_code: number; body: string }) {
  if (!('status_code' in error)) return { status_code: 500, body: 'The upload failed. Try again.\n' }
  return error.status_code === 413 ? tooLarge : error
}
