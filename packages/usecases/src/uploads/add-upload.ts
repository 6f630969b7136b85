import { z } from 'zod'
import type { Tx } from '@court/db/database'
import type { Words } from '@court/procedure/code/schema/words'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { loadCode } from '../codes/load-code.ts'
import type { AcceptedFile } from '../ports/files.ts'
import type { FinishedUpload } from '../ports/uploads.ts'
import { accepted, notFound, refuse, type Refusal, type Result } from '../refusal.ts'
import { uploadOwnerOf } from '../upload-owner.ts'
import type { UploadedMaterial } from './material-view.ts'
import { fileLimits, uploadLimits, type UploadLimits } from './upload-limits.ts'
import { lockBlob, lockTarget, materialsFor, uploadsFor } from './upload-rows.ts'
import { reachTarget, uploadTarget, type ReachedTarget } from './upload-target.ts'

export const addUploadInput = z.strictObject({
  target: uploadTarget,
  /** The last part of the address that the upload area gave. */
  uploadId: z.string().regex(/^[0-9a-f]{24}-[0-9a-f]{32}$/),
  fileName: z.string().max(300),
  /** Kind of material in the court's code: complaint, evidence … */
  type: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  /** The material this is a further page of; null begins a new one. */
  materialId: z.uuid().nullable(),
})
export type AddUploadInput = z.infer<typeof addUploadInput>

export type UploadAdded = { materials: UploadedMaterial[]; materialId: string }

/**
 * Takes a file that arrived whole into a draft or for a case: looked at by content, freed of EXIF, stored for the court. What is refused is
 * refused with the reason and leaves everything else as it was. The same upload taken twice is one file.
 */
export async function addUpload(ctx: UseCaseContext, input: AddUploadInput): Promise<Result<UploadAdded>> {
  const reached = await reachTarget(ctx, input.target)
  if (!reached.ok) return reached
  const id = idOf(input.uploadId)
  const place = await inCourtOf(ctx, reached, (tx) => findPlace(tx, ctx, { reached, id, input }))
  if (!place.ok || 'materials' in place.value) return place as Result<UploadAdded>
  const { limits, title } = place.value
  const arrived = await ctx.ports.uploads.take({ uploadId: input.uploadId, ownerId: uploadOwnerOf(ctx.actor) ?? '' })
  const stored = arrived && (await storeFile(ctx, reached.courtId, arrived, limits).catch(goneMeanwhile))
  // The same upload, taken by another tap in the meantime, is in its place now.
  if (!stored) return inCourtOf(ctx, reached, (tx) => alreadyTaken(tx, reached, id))
  if (!stored.ok) {
    // Another file is needed, unless it is we who could not look at this one.
    if (stored.kind !== 'unavailable') await ctx.ports.uploads.remove(input.uploadId)
    return stored
  }
  const answer = await inCourtOf(ctx, reached, (tx) =>
    writeUpload(tx, ctx, { reached, id, input, limits, title, file: stored.value.file, keys: stored.value }),
  )
  if (answer.ok) {
    await keepBlob(ctx, reached.courtId, stored.value)
    await ctx.ports.uploads.remove(input.uploadId)
  }
  return answer
}

type Place = { limits: UploadLimits; title: Words }
type Asked = { reached: ReachedTarget; id: string; input: AddUploadInput }

async function alreadyTaken(tx: Tx, reached: ReachedTarget, id: string): Promise<Result<UploadAdded>> {
  const row = await tx.upload.findUnique({ where: { id }, select: { slot: true, status: true } })
  if (row?.status !== 'ready') return notArrived()
  return accepted({ materials: await materialsFor(tx, reached), materialId: row.slot })
}

async function findPlace(
  tx: Tx,
  ctx: UseCaseContext,
  { reached, id, input }: Asked,
): Promise<Result<Place | UploadAdded>> {
  const already = await alreadyTaken(tx, reached, id)
  if (already.ok) return already
  const court = await courtBrief(tx, ctx, { id: reached.courtId })
  const code = court && (await loadCode(tx, ctx, { courtId: court.courtId, on: court.today }))
  const kind = code?.materials[input.type]
  if (!code || !kind || (reached.actor.kind === 'person' && kind.volume === 'internal')) return notFound()
  const limits = uploadLimits(code)
  const uploads = await uploadsFor(tx, reached)
  if (uploads.length >= limits.filesMax) return tooMany(limits)
  return accepted({ limits, title: kind.title })
}

type Stored = { file: AcceptedFile; key: string; thumbnailKey: string | null }

async function storeFile(
  ctx: UseCaseContext,
  courtId: string,
  arrived: FinishedUpload,
  limits: UploadLimits,
): Promise<{ ok: true; value: Stored } | Refusal> {
  const file = await ctx.ports.inspectFile({ path: arrived.path, limits: fileLimits(limits) })
  if (!file.ok) return file
  const scan = await ctx.ports.scanner.scan({ body: file.body })
  if (scan.verdict === 'infected') return infected()
  if (scan.verdict === 'unavailable') return notScanned()
  const sizeBytesMax = Math.max(file.stored.sizeBytes, limits.fileBytesMax)
  const { sha256, sm3 } = file.stored
  const put = await ctx.ports.storage.put({ courtId, body: file.body, sizeBytesMax, expected: { sha256, sm3 } })
  if (!put.ok) return put
  const small = file.thumbnail && (await ctx.ports.storage.put({ courtId, body: file.thumbnail, sizeBytesMax }))
  return { ok: true, value: { file, key: put.blob.key, thumbnailKey: small?.ok ? small.blob.key : null } }
}

type Writing = Asked & { limits: UploadLimits; title: Words; file: AcceptedFile; keys: Stored }

async function writeUpload(tx: Tx, ctx: UseCaseContext, writing: Writing): Promise<Result<UploadAdded>> {
  const { reached, id, input, limits, title, file, keys } = writing
  await lockTarget(tx, reached)
  await lockBlob(tx, reached.courtId, keys.key)
  const already = await alreadyTaken(tx, reached, id)
  if (already.ok) return already
  const uploads = await uploadsFor(tx, reached)
  if (uploads.length >= limits.filesMax) return tooMany(limits)
  const siblings = uploads.filter(({ slot }) => slot === input.materialId)
  const first = siblings[0]
  const slot = first?.slot ?? ctx.newId()
  const materialTitle =
    first?.title ?? titleAmong(title.zh, uploads.filter(({ kind }) => kind === input.type).length, uploads)
  await tx.upload.createMany({
    data: [
      {
        id,
        ...reached.owner,
        courtId: reached.courtId,
        ...(input.target.kind === 'draft' ? { draftId: input.target.draftId } : { caseId: input.target.caseId }),
        slot,
        kind: first?.kind ?? input.type,
        title: materialTitle,
        fileName: cleanName(input.fileName, file.extension),
        mime: file.mediaType,
        sizeBytes: file.stored.sizeBytes,
        sha256: file.stored.sha256,
        sm3: file.stored.sm3,
        pages: file.pageCount,
        storageKey: keys.key,
        thumbnailKey: keys.thumbnailKey,
        position: (uploads.at(-1)?.position ?? 0) + 1,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      },
    ],
    skipDuplicates: true,
  })
  return accepted({ materials: await materialsFor(tx, reached), materialId: slot })
}

function goneMeanwhile(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

/** Between storing and naming it a sweep may have taken the file for one that nobody wants. */
async function keepBlob(ctx: UseCaseContext, courtId: string, { file, key, thumbnailKey }: Stored): Promise<void> {
  const bodies: [string | null, Uint8Array | null][] = [
    [key, file.body],
    [thumbnailKey, file.thumbnail],
  ]
  for (const [name, body] of bodies) {
    if (name === null || body === null) continue
    const found = await ctx.ports.storage.open({ courtId, key: name })
    if (found) await found.body.cancel()
    else await ctx.ports.storage.put({ courtId, body, sizeBytesMax: body.byteLength })
  }
}

/** 证据材料, 证据材料（二）: kinds that may come several times are told apart. */
function titleAmong(title: string, count: number, uploads: readonly { title: string }[]): string {
  if (count === 0) return title
  for (let number = 2; ; number += 1) {
    const candidate = `${title}（${number}）`
    if (!uploads.some((one) => one.title === candidate)) return candidate
  }
}

/** A name to show: no path, no control characters, and the ending that the content has. */
export function cleanName(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  const stem = [...plain.replace(/\.[A-Za-z0-9]{1,5}$/, '')].slice(0, 120).join('')
  return `${stem === '' ? '材料' : stem}.${extension}`
}

/** The random half of the upload's id, as a UUID of version 4: the row and the upload are one, however often it is asked for. */
function idOf(uploadId: string): string {
  const random = uploadId.slice(25)
  const variant = '89ab'[parseInt(random.slice(16, 17), 16) % 4] ?? '8'
  const hex = `${random.slice(0, 12)}4${random.slice(13, 16)}${variant}${random.slice(17)}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const inCourtOf = <T>(ctx: UseCaseContext, { courtId, actor }: ReachedTarget, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.db.withCourt({ courtId, actor }, fn)

const tooMany = ({ filesMax }: UploadLimits) =>
  refuse({
    ruleId: 'upload.too-many',
    reason: {
      zh: `本院一次最多接收${filesMax}个文件。请把几页合成一个 PDF，或者先删去不需要的。`,
      en: `This court takes at most ${filesMax} files at once. Put several pages into one PDF, or remove those you do not need.`,
    },
    facts: { filesMax },
  })

const notArrived = () =>
  refuse({
    ruleId: 'upload.not-arrived',
    reason: {
      zh: '文件还没有传完，已经传上去的部分不会丢。请点“再试一次”，会从断开的地方接着传。',
      en: 'The file has not arrived whole; what was sent is kept. Press “Try again” and it goes on where it stopped.',
    },
  })

const infected = () =>
  refuse({
    ruleId: 'file.infected',
    reason: {
      zh: '在文件中发现了病毒，没有保存。请用杀毒软件检查您的设备，再用干净的文件上传。',
      en: 'A virus was found in the file and it was not saved. Check your device, then upload a clean file.',
    },
  })

const notScanned = () =>
  refuse({
    kind: 'unavailable',
    ruleId: 'file.not-scanned',
    reason: {
      zh: '暂时不能检查文件是否安全，文件已经收到但还没有保存。请几分钟后点“再试一次”，不用重新上传。',
      en: 'We cannot check the file for viruses just now. It has arrived but is not saved yet; press “Try again” in a few minutes, without sending it anew.',
    },
  })
