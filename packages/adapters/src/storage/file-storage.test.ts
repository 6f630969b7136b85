import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoragePort } from '@court/usecases/ports/storage'
import { createFileStorage } from './file-storage.ts'

let directory: string
let storage: StoragePort
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'storage-'))
  storage = createFileStorage({ directory })
})
afterAll(() => rm(directory, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const put = (courtId: string, text: string, more = {}) =>
  storage.put({ courtId, body: bytes(text), sizeBytesMax: 1000, ...more })
const read = async (courtId: string, key: string, range?: { first: number; last?: number }) => {
  const found = await storage.open({ courtId, key, ...(range ? { range } : {}) })
  return found ? new Response(found.body).text() : null
}

describe('a stored file', () => {
  test('is addressed by its SHA-256 and carries SM3 beside it (test vector of GB/T 32905)', async () => {
    const result = await put('c1', 'abc')
    expect(result).toMatchObject({
      ok: true,
      blob: {
        key: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
        sizeBytes: 3,
      },
    })
  })

  test('is read whole or by range, and a range outside of it throws', async () => {
    const result = await put('c1', '0123456789')
    if (!result.ok) throw new Error('refused')
    expect(await read('c1', result.blob.key)).toBe('0123456789')
    expect(await read('c1', result.blob.key, { first: 2, last: 4 })).toBe('234')
    expect(await read('c1', result.blob.key, { first: 7 })).toBe('789')
    await expect(read('c1', result.blob.key, { first: 10 })).rejects.toThrow(RangeError)
  })

  test('is not there for another court', async () => {
    const result = await put('c1', 'of court one')
    if (!result.ok) throw new Error('refused')
    expect(await read('c2', result.blob.key)).toBeNull()
    expect(await storage.verify({ courtId: 'c2', key: result.blob.key })).toBe('absent')
  })

  test('that was changed on disk is told from an intact one', async () => {
    const result = await put('c3', 'the original')
    if (!result.ok) throw new Error('refused')
    const { key } = result.blob
    expect(await storage.verify({ courtId: 'c3', key })).toBe('intact')
    await writeFile(join(directory, 'c3', key.slice(0, 2), key.slice(2, 4), key), 'the forgery')
    expect(await storage.verify({ courtId: 'c3', key })).toBe('differs')
  })
})

describe('nothing is left behind', () => {
  test('by a file over the limit, one whose hash differs, or one cut in the middle', async () => {
    expect(await put('c4', 'x'.repeat(1001))).toMatchObject({ ok: false, ruleId: 'storage.too-large' })
    expect(await put('c4', 'abc', { expected: { sha256: '00' } })).toMatchObject({ ruleId: 'storage.hash-differs' })
    const cut = async function* () {
      yield bytes('half')
      throw new Error('connection reset')
    }
    await expect(storage.put({ courtId: 'c4', body: cut(), sizeBytesMax: 1000 })).rejects.toThrow('connection reset')
    expect(await readdir(join(directory, 'c4'), { recursive: true })).toEqual(['incoming'])
  })

  test('by a court id or key that tries to leave the directory', async () => {
    await expect(put('../c1', 'abc')).rejects.toThrow('court id')
    await expect(storage.open({ courtId: 'c1', key: '../../etc/passwd' })).rejects.toThrow('storage key')
  })

  test('when the same content is put fifty times at once: one file', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => put('c5', 'same')))
    expect(new Set(results.map((result) => result.ok && result.blob.key)).size).toBe(1)
    const files = (await readdir(join(directory, 'c5'), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    )
    expect(files).toHaveLength(1)
  })
})
