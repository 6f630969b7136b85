import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inspectFile } from '@court/adapters/files/inspect-file'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { hostileFiles, hostileNames } from '@court/testkit/hostile/corpus'
import { fileKinds } from '@court/usecases/ports/files'
import { answerFile } from './answer-file.ts'

const directory = await mkdtemp(join(tmpdir(), 'tongheng-hostile-'))
const storage = createFileStorage({ directory })
afterAll(() => rm(directory, { recursive: true, force: true }))

const answerTo = async (fileName: string, mime: string, body: Uint8Array) => {
  const put = await storage.put({ courtId: 'court-1', body, sizeBytesMax: 20_000_000 })
  if (!put.ok) throw new Error(put.ruleId)
  const { key: storageKey, sizeBytes, sha256 } = put.blob
  return answerFile(
    { ok: true, value: { courtId: 'court-1', storageKey, sha256, mime, fileName, sizeBytes, pages: 1 } },
    storage,
  )
}

describe('what somebody meant harm with is handed out as a download, under a name that breaks no header', () => {
  const taken = hostileFiles.filter(({ refusedBy }) => refusedBy === null)
  test('some of it is taken', () => expect(taken.length).toBeGreaterThan(5))

  test.each(taken.map((file) => [file.name, file] as const))('%s', async (name, file) => {
    const path = join(directory, encodeURIComponent(name))
    await writeFile(path, await file.body())
    const result = await inspectFile({ path, limits: { sizeBytesMax: 20_000_000, pagesMax: 200, kinds: fileKinds } })
    if (!result.ok) throw new Error(result.ruleId)
    const { headers } = await answerTo(file.fileName, result.mediaType, result.body)
    expect(headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(headers.get('content-type')).toMatch(/^(image\/(jpeg|png)|application\/pdf)$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  // As they were given, for a row may be older than the rule that cleans names.
  test.each(hostileNames.map(([what, given]) => [what, given] as const))('a name that %s', async (_what, given) => {
    const { headers } = await answerTo(given, 'image/jpeg', Buffer.from('x'))
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.~%-]+$/)
    expect([...headers.keys()]).not.toContain('set-cookie')
  })
})
