import { randomBytes } from 'node:crypto'
import { uploadOwnerOf } from '@court/usecases/upload-owner'
import {
  aboutCase,
  casePlaceById,
  mayRead,
  nobody,
  ownerIs,
  sameAnswer,
  type Attempt,
  type Declared,
  type Outcome,
  type Relation,
} from './declare.ts'
import type { ActorName, Who } from './people.ts'

const drafts: Record<string, ActorName | null> = {
  'draft-ready': 'plaintiff',
  'draft-foreign': 'foreign-party',
  'draft-submitted': 'plaintiff',
  'draft-absent': null,
}
const isDraft = (object: string) => object in drafts

const aboutTarget = {
  objects: [...aboutCase.objects, ...Object.keys(drafts)],
  relation: (who: Who, object: string): Relation =>
    isDraft(object) ? ownerIs(drafts)(who, object) : aboutCase.relation(who, object),
}

/** A file may be put where one may read the case, or into one's own draft; a draft that was handed in is closed. */
const reaches = (who: Who, object: string): Outcome => {
  if (!isDraft(object)) return mayRead(who, object) ? 'ok' : 'not-found'
  if (drafts[object] !== who.name) return 'not-found'
  return object === 'draft-submitted' ? 'conflict' : 'ok'
}

function targetOf(attempt: Attempt) {
  const { world, object } = attempt
  if (!isDraft(object)) return { kind: 'case', ...casePlaceById(attempt) }
  if (object === 'draft-absent') return { kind: 'draft', draftId: nobody }
  const name = object.slice('draft-'.length) as keyof typeof world.drafts
  return { kind: 'draft', draftId: world.drafts[name].draftId }
}

/** Whose file waits at the target; null where nobody has put one. */
const fileOwners: Record<string, keyof Attempt['world']['uploads']> = {
  own: 'plaintiff',
  sealed: 'sealed-judge',
  foreign: 'foreign-party',
}

async function fileAt(attempt: Attempt): Promise<{ fileId: string; materialId: string }> {
  const { world, object, who, inner } = attempt
  if (object === 'own' && who.name === 'court-clerk') return world.uploads['court-clerk']
  const owner = fileOwners[object]
  if (owner) return world.uploads[owner]
  if (!isDraft(object) || object === 'draft-absent') return { fileId: nobody, materialId: nobody }
  const target = targetOf(attempt)
  const draftId = 'draftId' in target ? target.draftId : nobody
  const row = await inner.all((tx) => tx.upload.findFirst({ where: { draftId }, orderBy: { id: 'asc' } }))
  return row ? { fileId: row.id, materialId: row.slot } : { fileId: nobody, materialId: nobody }
}

const isOwnFile = (who: Who, object: string): boolean =>
  isDraft(object)
    ? drafts[object] === who.name
    : fileOwners[object] === who.name || (object === 'own' && who.name === 'court-clerk')

/** Whoever reaches the target finds there the own files alone. */
const changesOwn = (who: Who, object: string): Outcome => {
  const reached = reaches(who, object)
  return reached !== 'ok' || isOwnFile(who, object) ? reached : 'not-found'
}

async function newUpload({ ctx, ports, world }: Attempt): Promise<string> {
  const ownerId = uploadOwnerOf(ctx.actor)
  if (!ownerId) return `${randomBytes(12).toString('hex')}-${randomBytes(16).toString('hex')}`
  return ports.upload({ ownerId, name: 'a.jpg', body: world.page })
}

const fileInput = async (attempt: Attempt) => ({ target: targetOf(attempt), fileId: (await fileAt(attempt)).fileId })
const noFile: Declared['refused'] = {
  by: 'not-found',
  object: 'own',
  input: (attempt) => ({ target: targetOf(attempt), fileId: nobody }),
}
const base = { ...aboutTarget, as: ['plaintiff', 'own'] as const, again: sameAnswer }

export const uploadFiles: Record<string, Declared> = {
  'uploads.list': {
    ...base,
    input: (attempt) => ({ target: targetOf(attempt) }),
    expect: reaches,
    refused: { by: 'not-found', object: 'absent', input: (attempt) => ({ target: targetOf(attempt) }) },
  },
  'uploads.add': {
    ...base,
    input: async (attempt) => ({
      target: targetOf(attempt),
      uploadId: await newUpload(attempt),
      fileName: 'a.jpg',
      type: 'evidence',
      materialId: null,
    }),
    expect: reaches,
    refused: {
      by: 'upload.not-arrived',
      object: 'own',
      input: (attempt) => ({
        target: targetOf(attempt),
        uploadId: `${'a'.repeat(24)}-${'b'.repeat(32)}`,
        fileName: 'a.jpg',
        type: 'evidence',
        materialId: null,
      }),
    },
  },
  'uploads.rotate': {
    ...base,
    input: async (attempt) => ({ ...(await fileInput(attempt)), rotation: 90 }),
    expect: changesOwn,
    refused: noFile,
  },
  'uploads.move': {
    ...base,
    input: async (attempt) => ({ ...(await fileInput(attempt)), by: 1 }),
    expect: changesOwn,
    refused: {
      by: 'not-found',
      object: 'own',
      input: (attempt) => ({ target: targetOf(attempt), fileId: nobody, by: 1 }),
    },
  },
  'uploads.describe': {
    ...base,
    input: async (attempt) => ({
      target: targetOf(attempt),
      materialId: (await fileAt(attempt)).materialId,
      title: '收条',
    }),
    expect: changesOwn,
    refused: {
      by: 'invalid',
      object: 'own',
      input: async (attempt) => ({
        target: targetOf(attempt),
        materialId: (await fileAt(attempt)).materialId,
        title: ' ',
      }),
    },
  },
  'uploads.remove': {
    ...base,
    input: fileInput,
    // Removing what is not there is no fault; somebody else's file is as absent as one that never was, and stays.
    expect: reaches,
    leaves: async (attempt) => {
      const { fileId } = await fileAt(attempt)
      if (isOwnFile(attempt.who, attempt.object) || fileId === nobody) return null
      const row = await attempt.inner.all((tx) => tx.upload.findUnique({ where: { id: fileId } }))
      return row?.status === 'ready' ? null : 'a file of somebody else was removed'
    },
    refused: { by: 'not-found', object: 'absent', input: (attempt) => ({ target: targetOf(attempt), fileId: nobody }) },
  },
}
