import { beforeAll, describe, expect, test } from 'vitest'
import { testContext } from '@court/testkit/context'
import type { BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { must } from '@court/testkit/filings'
import { hostileFiles, hostileNames } from '@court/testkit/hostile/corpus'
import { buildPerson } from '@court/testkit/persons'
import { photograph } from '@court/testkit/photograph'
import { createTestPorts } from '@court/testkit/ports'
import { buildWorkingCourts } from '@court/testkit/working-court'
import type { PersonActor } from '../actor.ts'
import { startDraft } from '../filing/start-draft.ts'
import { addUpload } from './add-upload.ts'
import { findUploadFile } from './find-upload-file.ts'
import { listUploads } from './change-upload.ts'

const database = await createTestDatabase()
const { db, all } = database
const ports = await createTestPorts()

let court: BuiltCourt
let person: PersonActor
let draftId: string
beforeAll(async () => {
  const { courts } = await buildWorkingCourts(database, ['鄂0106'])
  court = courts['鄂0106'] as BuiltCourt
  person = await buildPerson(all)
  draftId = must(await startDraft(as(), { courtSlug: court.slug, key: 'hostile-draft' })).draftId
})

const as = () => testContext({ db, actor: person, ports })
const target = () => ({ kind: 'draft' as const, draftId })
async function handIn(fileName: string, body: Uint8Array) {
  const uploadId = await ports.upload({ ownerId: `person:${person.personId}`, name: fileName, body })
  return addUpload(as(), { target: target(), uploadId, fileName, type: 'evidence', materialId: null })
}
const standing = async () => must(await listUploads(as(), { target: target() })).materials.flatMap(({ files }) => files)

describe('handed in by the protocol of the page, a hostile file is refused and leaves nothing, or stands there harmless', () => {
  test.each(hostileFiles.map((file) => [file.name, file] as const))('%s', async (_name, file) => {
    const before = await standing()
    const answer = await handIn(file.fileName, await file.body())
    if (file.refusedBy !== null) {
      expect(answer).toMatchObject({ ok: false, reason: { zh: expect.stringMatching(/请/) as string } })
      // The court of the test takes less than the inspection can bear: size may be the first thing that is wrong.
      expect([file.refusedBy, 'file.too-large']).toContain(answer.ok ? 'accepted' : answer.ruleId)
      expect(await standing()).toEqual(before)
      return
    }
    const { materials } = must(answer)
    const id = materials.at(-1)?.files.at(-1)?.id ?? ''
    const found = must(await findUploadFile(as(), { uploadId: id }))
    const blob = await ports.storage.open({ courtId: court.id, key: found.storageKey })
    const stored = Buffer.from(await new Response(blob?.body).arrayBuffer()).toString('latin1')
    expect(stored.length).toBeGreaterThan(100)
    expect(file.gone.filter((trace) => stored.includes(trace))).toEqual([])
    expect(found.mime).toMatch(/^(image\/(jpeg|png)|application\/pdf)$/)
    await all.upload.delete({ where: { id } })
  })
})

describe('a name reaches nowhere', () => {
  test.each(hostileNames)('that %s', async (_what, given, kept) => {
    const { materials } = must(await handIn(given, await photograph({ text: 'x', seed: given.length })))
    const file = materials.at(-1)?.files.at(-1)
    expect(file?.fileName).toBe(kept)
    // Where it lies is named by its content alone.
    expect(must(await findUploadFile(as(), { uploadId: file?.id ?? '' })).storageKey).toMatch(/^[0-9a-f]{64}$/)
    await all.upload.delete({ where: { id: file?.id ?? '' } })
  })
})

describe('a length that lies', () => {
  const headers = { 'x-owner': 'person:somebody', 'tus-resumable': '1.0.0' }
  const ask = (path: string, init: RequestInit) =>
    (ports.uploads as unknown as { handle(request: Request): Promise<Response> }).handle(
      new Request(new URL(path, 'http://localhost'), init),
    )
  const create = (length: string) =>
    ask('/api/uploads', { method: 'POST', headers: { ...headers, 'upload-length': length } })
  const send = async (length: string, bytes: number, offset = '0', claimed?: string) => {
    const location = (await create(length)).headers.get('location') ?? ''
    const answer = await ask(location, {
      method: 'PATCH',
      headers: {
        ...headers,
        'upload-offset': offset,
        'content-type': 'application/offset+octet-stream',
        ...(claimed ? { 'content-length': claimed } : {}),
      },
      body: Buffer.alloc(bytes, 65),
    })
    const uploadId = location.split('/').at(-1) ?? ''
    return {
      status: answer.status,
      uploadId,
      taken: await ports.uploads.take({ uploadId, ownerId: 'person:somebody' }),
    }
  }

  test('less than was announced is not taken as whole', async () => {
    expect(await send('1000', 400)).toMatchObject({ status: 204, taken: null })
  })
  test('more than was announced is refused and not taken', async () => {
    const { status, taken } = await send('400', 5000)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(taken).toBeNull()
  })
  test('an offset ahead of what arrived is refused', async () => {
    expect(await send('1000', 400, '600')).toMatchObject({ status: 409, taken: null })
  })
  test.each(['-1', '1e9', '0x10', 'NaN', '99999999999999999999'])(
    'an announcement of %s begins nothing',
    async (length) => {
      expect((await create(length)).status).toBeGreaterThanOrEqual(400)
    },
  )
  test('another’s upload cannot be gone on with, looked at or taken', async () => {
    const { uploadId } = await send('1000', 400)
    const foreign = { ...headers, 'x-owner': 'person:another' }
    const head = await ask(`/api/uploads/${uploadId}`, { method: 'HEAD', headers: foreign })
    expect(head.status).toBe(404)
    expect((await ask(`/api/uploads/${uploadId}`, { headers })).status).toBe(404)
    expect(await ports.uploads.take({ uploadId, ownerId: 'person:another' })).toBeNull()
  })
  test.each(['../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'a'.repeat(5000), '%00'])(
    'no upload is called %s',
    async (name) => {
      const answer = await ask(`/api/uploads/${name}`, { method: 'HEAD', headers })
      expect([400, 403, 404]).toContain(answer.status)
    },
  )
})
