import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { inspectFile } from '@court/adapters/files/inspect-file'
import { noMedia } from '@court/adapters/media/no-media'
import { noScanner } from '@court/adapters/scanner/no-scanner'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { createUploadArea } from '@court/adapters/upload/upload-area'
import type { UseCasePorts } from '@court/usecases/context'

export type TestPorts = Pick<UseCasePorts, 'storage' | 'uploads' | 'inspectFile' | 'scanner' | 'media' | 'alarm'> & {
  /** What was raised, oldest first. */
  alarms: { kind: string; facts: Record<string, string | number> }[]
  /** Uploads a whole file as its owner does, by the protocol of the page; returns the upload's id. */
  upload(file: { ownerId: string; name: string; body: Uint8Array; metadata?: Record<string, string> }): Promise<string>
}

/** The real adapters on a temporary folder, removed after the test file. */
export async function createTestPorts(): Promise<TestPorts> {
  const folder = await mkdtemp(join(tmpdir(), 'tongheng-files-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const alarms: TestPorts['alarms'] = []
  const area = createUploadArea({
    directory: join(folder, 'uploads'),
    path: '/api/uploads',
    ownerOf: (request) => Promise.resolve(request.headers.get('x-owner')),
    sizeBytesMaxOf: () => Promise.resolve(100_000_000),
  })
  return {
    storage: createFileStorage({ directory: join(folder, 'files') }),
    uploads: area,
    inspectFile,
    scanner: noScanner,
    media: noMedia,
    alarm: { raise: (alarm) => void alarms.push(alarm) },
    alarms,
    upload: (file) => uploadWhole(area, file),
  }
}

type Area = { handle(request: Request): Promise<Response> }

async function uploadWhole(
  area: Area,
  { ownerId, name, body, metadata = {} }: Parameters<TestPorts['upload']>[0],
): Promise<string> {
  const about = Object.entries({ filename: name, name, ...metadata }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  )
  const headers = { 'x-owner': ownerId, 'tus-resumable': '1.0.0' }
  const created = await area.handle(
    new Request('http://localhost/api/uploads', {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(body.length), 'upload-metadata': about.join(',') },
    }),
  )
  const location = created.headers.get('location')
  if (created.status !== 201 || !location)
    throw new Error(`the upload was refused: ${created.status} ${await created.text()}`)
  const sent = await area.handle(
    new Request(new URL(location, 'http://localhost'), {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: Buffer.from(body),
    }),
  )
  if (sent.status !== 204) throw new Error(`the upload broke off: ${sent.status} ${await sent.text()}`)
  return location.split('/').at(-1) ?? ''
}
