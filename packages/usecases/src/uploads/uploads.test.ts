import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { createClock } from '@court/testkit/clock'
import { anonymous, systemActor, testContext } from '@court/testkit/context'
import { buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { must } from '@court/testkit/filings'
import { buildPerson } from '@court/testkit/persons'
import { photograph } from '@court/testkit/photograph'
import { createTestPorts } from '@court/testkit/ports'
import { buildWorkingCourts } from '@court/testkit/working-court'
import type { PersonActor } from '../actor.ts'
import type { UseCasePorts } from '../context.ts'
import { discardDraft } from '../filing/discard-draft.ts'
import { saveDraft } from '../filing/save-draft.ts'
import { showDraft } from '../filing/show-draft.ts'
import { startDraft } from '../filing/start-draft.ts'
import { addUpload } from './add-upload.ts'
import { describeMaterial, listUploads, moveUpload, removeUpload, rotateUpload } from './change-upload.ts'
import { findUploadFile, findUploadFileInput } from './find-upload-file.ts'
import { sweepUploads } from './sweep-uploads.ts'

const database = await createTestDatabase()
const { db, all } = database
const ports = await createTestPorts()
const clock = createClock()

let court: BuiltCourt
let person: PersonActor

beforeAll(async () => {
  const { courts } = await buildWorkingCourts(database, ['鄂0106'])
  court = courts['鄂0106'] as BuiltCourt
  person = await buildPerson(all)
})

const as = (actor: PersonActor, own: Partial<UseCasePorts> = {}) =>
  testContext({ db, actor, clock, ports: { ...ports, ...own } })
const start = async (actor = person) =>
  must(await startDraft(as(actor), { courtSlug: court.slug, key: `key-${as(actor).newId()}` })).draftId
const send = (body: Uint8Array, name = 'IMG_1.jpg', actor = person) =>
  ports.upload({ ownerId: `person:${actor.personId}`, name, body })
const add = (
  draftId: string,
  uploadId: string,
  part: { type?: string; materialId?: string | null; fileName?: string } = {},
) =>
  addUpload(as(person), {
    target: { kind: 'draft', draftId },
    uploadId,
    fileName: part.fileName ?? 'IMG_1.jpg',
    type: part.type ?? 'complaint',
    materialId: part.materialId ?? null,
  })
let pages = 0
const page = () => photograph({ text: '民事起诉状', seed: (pages += 1) })

describe('a file that arrived whole', () => {
  test('is stored for the court without EXIF, and stands in the draft', async () => {
    const draftId = await start()
    const body = await page()
    expect((await sharp(body).metadata()).exif).toBeDefined()
    const { materials } = must(await add(draftId, await send(body)))
    expect(materials).toMatchObject([
      {
        type: 'complaint',
        title: '起诉状',
        files: [{ fileName: 'IMG_1.jpg', mime: 'image/jpeg', pages: 1, rotation: 0 }],
      },
    ])
    const row = await all.upload.findFirstOrThrow({ where: { draftId } })
    const stored = await ports.storage.open({ courtId: court.id, key: row.storageKey ?? '' })
    const bytes = Buffer.from(await new Response(stored?.body).arrayBuffer())
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    // Its id is one that every page and route takes for an id.
    expect(findUploadFileInput.safeParse({ uploadId: row.id }).success).toBe(true)
    expect(row).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      thumbnailKey: expect.any(String) as string,
    })
    const view = must(await showDraft(as(person), { draftId }))
    expect(view.input['materials']).toMatchObject([{ type: 'complaint', sha256: row.sha256, pages: 1 }])
  })

  test('taken twice, and ten times at once, is one file', async () => {
    const draftId = await start()
    const uploadId = await send(await page())
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(draftId, uploadId)))
    const again = must(await add(draftId, uploadId))
    expect(answers.map(must)).toEqual(Array.from({ length: 10 }, () => again))
    expect(await all.upload.count({ where: { draftId } })).toBe(1)
  })

  test('pages follow one another in one material; evidence may come several times under names of its own', async () => {
    const draftId = await start()
    const { materialId } = must(await add(draftId, await send(await page())))
    must(await add(draftId, await send(await page()), { materialId }))
    must(await add(draftId, await send(await page()), { type: 'evidence' }))
    const { materials } = must(await add(draftId, await send(await page()), { type: 'evidence' }))
    expect(materials.map(({ title, files }) => [title, files.length])).toEqual([
      ['起诉状', 2],
      [materials[1]?.title, 1],
      [`${materials[1]?.title ?? ''}（2）`, 1],
    ])
  })
})

describe('what is wrong is refused with the reason, and nothing else is lost', () => {
  const pdf = async () =>
    (await PDFDocument.create().then((doc) => (doc.addPage(), doc))).save({ useObjectStreams: false })
  const locked = async () => {
    const doc = await PDFDocument.create()
    doc.addPage()
    doc.encrypt({ userPassword: 'x', ownerPassword: 'y' })
    return doc.save()
  }
  // A PNG that claims 30,000 × 30,000 pixels in a few bytes.
  const bomb = () => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data])
      const length = Buffer.alloc(4)
      length.writeUInt32BE(data.length)
      const crc = Buffer.alloc(4)
      crc.writeUInt32BE(crcOf(body))
      return Buffer.concat([length, body, crc])
    }
    const head = Buffer.alloc(13)
    head.writeUInt32BE(30_000, 0)
    head.writeUInt32BE(30_000, 4)
    head.set([8, 2, 0, 0, 0], 8)
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    return Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.alloc(1000))),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(0), 'file.empty'],
    ['a program with the name of a picture', () => Buffer.from(`MZ${'\0'.repeat(600)}`), 'file.wrong-type'],
    [
      'a page of the web with the name of a picture',
      () => Buffer.from('<html><script>alert(1)</script></html>'),
      'file.wrong-type',
    ],
    ['half a picture', async () => (await page()).subarray(0, 4000), 'file.picture-broken'],
    ['a picture bomb', bomb, 'file.picture-too-many-pixels'],
    ['a PDF under a password', locked, 'file.pdf-encrypted'],
    ['a PDF cut off', async () => (await pdf()).subarray(0, 300), 'file.pdf-broken'],
    ['more than this court takes (10 MB)', () => Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'file.too-large'],
  ])('%s', async (_what, make, ruleId) => {
    const draftId = await start()
    must(await add(draftId, await send(await page())))
    must(await saveDraft(as(person), { draftId, version: 1, patch: { grounds: '写好的事实和理由都还在' } }))
    const answer = await add(draftId, await send(await make()))
    expect(answer).toMatchObject({ ok: false, ruleId })
    expect(!answer.ok && answer.reason.zh.length).toBeGreaterThan(10)
    const view = must(await showDraft(as(person), { draftId }))
    expect(view.materials).toHaveLength(1)
    expect(view.input['grounds']).toBe('写好的事实和理由都还在')
  })

  test('an upload that was cut half-way waits where it stopped', async () => {
    const draftId = await start()
    const uploadId = await send(await page())
    await ports.uploads.remove(uploadId)
    expect(await add(draftId, uploadId)).toMatchObject({ ok: false, ruleId: 'upload.not-arrived' })
  })

  test('a virus is refused; a scanner that is down lets the file wait, and the next try needs no new upload', async () => {
    const draftId = await start()
    const uploadId = await send(await page())
    const asking = (verdict: 'infected' | 'unavailable') =>
      addUpload(
        as(person, {
          scanner: {
            scan: () =>
              Promise.resolve(verdict === 'infected' ? { verdict, signature: 'Test' } : { verdict, detail: 'down' }),
          },
        }),
        { target: { kind: 'draft', draftId }, uploadId, fileName: 'a.jpg', type: 'complaint', materialId: null },
      )
    expect(await asking('unavailable')).toMatchObject({ ok: false, kind: 'unavailable', ruleId: 'file.not-scanned' })
    expect((await add(draftId, uploadId)).ok).toBe(true)
    const other = await send(await page())
    const infected = addUpload(
      as(person, { scanner: { scan: () => Promise.resolve({ verdict: 'infected', signature: 'Test' }) } }),
      { target: { kind: 'draft', draftId }, uploadId: other, fileName: 'b.jpg', type: 'complaint', materialId: null },
    )
    expect(await infected).toMatchObject({ ok: false, ruleId: 'file.infected' })
  })

  test('no more files than this court takes, also when they come at once', async () => {
    const draftId = await start()
    const { courtId } = await all.draft.findUniqueOrThrow({ where: { id: draftId } })
    await all.upload.createMany({
      data: Array.from({ length: 38 }, (_, index) => ({
        ...{ personId: person.personId, courtId, draftId, slot: `s${index}`, kind: 'evidence', fileName: 'x.jpg' },
        ...{ sizeBytes: 1, position: index, updatedAt: clock.now() },
      })),
    })
    const uploadIds = await Promise.all([1, 2, 3, 4, 5].map(async () => send(await page())))
    const answers = await Promise.all(uploadIds.map((uploadId) => add(draftId, uploadId, { type: 'evidence' })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ ruleId: 'upload.too-many', facts: { filesMax: 40 } })
  })

  test('a kind of material that the code does not know is absent', async () => {
    const draftId = await start()
    expect(await add(draftId, await send(await page()), { type: 'no-such-kind' })).toMatchObject({ kind: 'not-found' })
    expect(await add(draftId, await send(await page()), { type: 'panel-note' })).toMatchObject({ kind: 'not-found' })
  })
})

describe('arranging', () => {
  test('turning, moving, naming and removing', async () => {
    const draftId = await start()
    const target = { kind: 'draft' as const, draftId }
    const { materialId } = must(await add(draftId, await send(await page()), { fileName: 'one.jpg' }))
    const { materials } = must(await add(draftId, await send(await page()), { materialId, fileName: 'two.jpg' }))
    const [one = '', two = ''] = materials[0]?.files.map(({ id }) => id) ?? []
    must(await rotateUpload(as(person), { target, fileId: one }))
    must(await moveUpload(as(person), { target, fileId: two, by: -1 }))
    must(await describeMaterial(as(person), { target, materialId, title: ' 借条 ', type: 'evidence' }))
    const now = must(await listUploads(as(person), { target })).materials
    expect(now).toMatchObject([{ title: '借条', type: 'evidence', files: [{ id: two }, { id: one, rotation: 90 }] }])
    must(await moveUpload(as(person), { target, fileId: two, by: -1 }))
    must(await removeUpload(as(person), { target, fileId: one }))
    must(await removeUpload(as(person), { target, fileId: one }))
    expect(must(await listUploads(as(person), { target })).materials[0]?.files).toMatchObject([{ id: two }])
    expect(await describeMaterial(as(person), { target, materialId, title: ' ' })).toMatchObject({ kind: 'invalid' })
    expect(await rotateUpload(as(person), { target, fileId: one })).toMatchObject({ kind: 'not-found' })
  })
})

describe('another person', () => {
  test('neither takes, nor sees, nor changes what is not theirs', async () => {
    const draftId = await start()
    const uploadId = await send(await page())
    const { materials } = must(await add(draftId, uploadId))
    const fileId = materials[0]?.files[0]?.id ?? ''
    const other = await buildPerson(all)
    const target = { kind: 'draft' as const, draftId }
    expect(await listUploads(as(other), { target })).toMatchObject({ kind: 'not-found' })
    expect(await removeUpload(as(other), { target, fileId })).toMatchObject({ kind: 'not-found' })
    expect(await findUploadFile(as(other), { uploadId: fileId })).toMatchObject({ kind: 'not-found' })
    expect((await findUploadFile(as(person), { uploadId: fileId })).ok).toBe(true)
    expect(await findUploadFile(testContext({ db, actor: anonymous }), { uploadId: fileId })).toMatchObject({
      kind: 'sign-in-needed',
    })
    const staff = await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'] })
    expect(await findUploadFile(testContext({ db, actor: staff }), { uploadId: fileId })).toMatchObject({
      kind: 'not-found',
    })
    const theirs = await start(other)
    const stolen = addUpload(as(other), {
      ...{ target: { kind: 'draft', draftId: theirs }, uploadId: await send(await page()) },
      ...{ fileName: 'a.jpg', type: 'complaint', materialId: null },
    })
    expect(await stolen).toMatchObject({ ruleId: 'upload.not-arrived' })
  })
})

describe('the sweep', () => {
  const sweep = () => sweepUploads(testContext({ db, actor: systemActor('sweep-uploads'), clock, ports }))
  const isKept = async (key: string) => {
    const blob = await ports.storage.open({ courtId: court.id, key })
    await blob?.body.cancel()
    return blob !== null
  }

  test('takes the bytes of what was removed, unless something else names them', async () => {
    const [one, two] = [await start(), await start()]
    const body = await page()
    const first = must(await add(one, await send(body))).materials[0]?.files[0]?.id ?? ''
    must(await add(two, await send(body)))
    const { storageKey } = await all.upload.findUniqueOrThrow({ where: { id: first } })
    must(await removeUpload(as(person), { target: { kind: 'draft', draftId: one }, fileId: first }))
    await sweep()
    expect(await all.upload.count({ where: { id: first } })).toBe(1) // within the hour it is only hidden
    clock.advance({ hours: 2 })
    await sweep()
    expect(await all.upload.count({ where: { id: first } })).toBe(0)
    expect(await isKept(storageKey ?? '')).toBe(true)
    must(await discardDraft(as(person), { draftId: two }))
    clock.advance({ hours: 2 })
    await sweep()
    expect(await isKept(storageKey ?? '')).toBe(false)
  })

  test('takes a draft that nobody touched for a year, and no other', async () => {
    const old = await start()
    must(await add(old, await send(await page())))
    clock.advance({ days: 300 })
    const young = await start()
    clock.advance({ days: 100 })
    expect((await sweep()).drafts).toBeGreaterThan(0)
    expect(await all.draft.count({ where: { id: old } })).toBe(0)
    expect(await all.draft.count({ where: { id: young } })).toBe(1)
  })
})

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
