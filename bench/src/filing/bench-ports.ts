import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectFile } from '@court/adapters/files/inspect-file'
import { noMedia } from '@court/adapters/media/no-media'
import { noScanner } from '@court/adapters/scanner/no-scanner'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { createUploadArea } from '@court/adapters/upload/upload-area'
import type { TestPorts } from '@court/testkit/ports'

/** The real adapters on a temporary folder. */
export async function openPorts(): Promise<{ ports: TestPorts; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tongheng-bench-'))
  const area = createUploadArea({
    directory: join(folder, 'uploads'),
    path: '/api/uploads',
    ownerOf: (request) => Promise.resolve(request.headers.get('x-owner')),
    sizeBytesMaxOf: () => Promise.resolve(100_000_000),
  })
  const alarms: TestPorts['alarms'] = []
  return {
    ports: {
      storage: createFileStorage({ directory: join(folder, 'files') }),
      uploads: area,
      inspectFile,
      scanner: noScanner,
      media: noMedia,
      alarm: { raise: (alarm) => void alarms.push(alarm) },
      alarms,
      upload: (file) => uploadWhole(area, file),
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

type Area = { handle(request: Request): Promise<Response> }

async function uploadWhole(area: Area, { ownerId, name, body }: Parameters<TestPorts['upload']>[0]): Promise<string> {
  const headers = { 'x-owner': ownerId, 'tus-resumable': '1.0.0' }
  const about = ['filename', 'name'].map((key) => `${key} ${Buffer.from(name).toString('base64')}`).join(',')
  const created = await area.handle(
    new Request('http://localhost/api/uploads', {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(body.length), 'upload-metadata': about },
    }),
  )
  const location = created.headers.get('location') ?? ''
  const sent = await area.handle(
    new Request(new URL(location, 'http://localhost'), {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: Buffer.from(body),
    }),
  )
  if (sent.status !== 204) throw new Error(`the upload broke off: ${created.status} ${sent.status}`)
  return location.split('/').at(-1) ?? ''
}
