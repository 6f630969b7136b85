import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UseCaseContext } from '@court/usecases/context'
import { addUpload } from '@court/usecases/uploads/add-upload'
import { must, type World } from './world.ts'

const folder = join(import.meta.dirname, 'data/pages')

const pages = Object.fromEntries(
  ['complaint-1', 'complaint-2', 'identity', 'iou', 'transfer'].map((name) => [
    name,
    readFileSync(join(folder, `${name}.png`)),
  ]),
)

export type Paper = { type: string; pages: string[] }

/** Hands in papers page by page, by the protocol the filing page uses. */
export async function uploadPages(
  world: World,
  ctx: UseCaseContext,
  { draftId, papers }: { draftId: string; papers: readonly Paper[] },
) {
  if (ctx.actor.kind !== 'person') throw new Error('papers of a draft are handed in by its person')
  for (const paper of papers) {
    let materialId: string | null = null
    for (const page of paper.pages) {
      const uploadId = await sendWhole(world, {
        owner: `person:${ctx.actor.personId}`,
        name: `${page}.png`,
        body: pages[page],
      })
      const added: { materialId: string } = must(
        await addUpload(ctx, {
          target: { kind: 'draft', draftId },
          uploadId,
          fileName: `${page}.png`,
          type: paper.type,
          materialId,
        }),
        `the page ${page}`,
      )
      ;({ materialId } = added)
    }
  }
}

async function sendWhole(
  world: World,
  { owner, name, body }: { owner: string; name: string; body: Buffer | undefined },
): Promise<string> {
  if (!body) throw new Error(`there is no page ${name}`)
  const headers = { 'x-owner': owner, 'tus-resumable': '1.0.0' }
  const about = `filename ${Buffer.from(name).toString('base64')}`
  const created = await world.uploads.handle(
    new Request('http://localhost/api/uploads', {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(body.length), 'upload-metadata': about },
    }),
  )
  const location = created.headers.get('location')
  if (created.status !== 201 || !location) throw new Error(`the upload was refused: ${created.status}`)
  const sent = await world.uploads.handle(
    new Request(new URL(location, 'http://localhost'), {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(body),
    }),
  )
  if (sent.status !== 204) throw new Error(`the upload broke off: ${sent.status}`)
  return location.split('/').at(-1) ?? ''
}
