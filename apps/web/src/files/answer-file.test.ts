import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { notFound } from '@court/usecases/refusal'
import type { StoredFile } from '@court/usecases/uploads/stored-file'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFile, answerPage } from './answer-file.ts'

const directory = await mkdtemp(join(tmpdir(), 'tongheng-answer-'))
const storage = createFileStorage({ directory })
const courtId = 'court-1'
let pdf: StoredFile
let picture: StoredFile

beforeAll(async () => {
  const document = await PDFDocument.create()
  document.addPage([300, 400])
  document.addPage([300, 400])
  pdf = await store(await document.save(), 'application/pdf', '借条"（一）\r\n.pdf', 2)
  const png = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#99bbcc' } })
    .png()
    .toBuffer()
  picture = await store(png, 'image/png', 'page.png', 1)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function store(body: Uint8Array, mime: string, fileName: string, pages: number): Promise<StoredFile> {
  const put = await storage.put({ courtId, body, sizeBytesMax: 1_000_000 })
  if (!put.ok) throw new Error(put.ruleId)
  const { key, sizeBytes, sha256 } = put.blob
  return { courtId, storageKey: key, sha256, mime, fileName, sizeBytes, pages }
}

const ask = (path: string, headers: Record<string, string> = {}) => new Request(`http://localhost${path}`, { headers })
const pageOf = (file: StoredFile, page: string, request = ask('/files/x/pages/1?w=320')) =>
  answerPage({ ok: true, value: file }, { request, page, storage })

test('a paper is handed out to be kept, never to be opened inside the site', async () => {
  const answer = await answerFile({ ok: true, value: pdf }, storage)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''%E5%80%9F%E6%9D%A1%22%EF%BC%88%E4%B8%80%EF%BC%89%0D%0A.pdf",
  )
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect((await answer.arrayBuffer()).byteLength).toBe(pdf.sizeBytes)
})

test('a page is a picture, of a PDF as of a photograph', async () => {
  for (const [file, page] of [
    [pdf, '2'],
    [picture, '1'],
  ] as const) {
    const answer = await pageOf(file, page)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
  }
})

test('a width that is not offered is answered with the usual one', async () => {
  const answer = await pageOf(picture, '1', ask('/files/x/pages/1?w=99999'))
  expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(800)
})

test('a page that the browser keeps is not shown to whoever comes next without asking here', async () => {
  const answer = await pageOf(picture, '1')
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  const etag = answer.headers.get('etag') ?? ''
  const request = ask('/files/x/pages/1?w=320', { 'if-none-match': etag })
  const next = await answerPage(notFound(), { request, page: '1', storage })
  expect([next.status, next.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

test('what the browser has already is not sent again', async () => {
  const etag = (await pageOf(picture, '1')).headers.get('etag') ?? ''
  const again = await pageOf(picture, '1', ask('/files/x/pages/1?w=320', { 'if-none-match': etag }))
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each(['3', '0', '-1', '1e9', 'x', '1.5', '../1'])('there is no page %s', async (page) => {
  expect((await pageOf(pdf, page)).status).toBe(404)
})

test('what may not be seen, and what storage has lost, is absent', async () => {
  expect((await answerFile(notFound(), storage)).status).toBe(404)
  const lost = { ...pdf, storageKey: '0'.repeat(64), sha256: '0'.repeat(64) }
  expect((await answerFile({ ok: true, value: lost }, storage)).status).toBe(404)
  expect((await pageOf(lost, '1')).status).toBe(404)
})
