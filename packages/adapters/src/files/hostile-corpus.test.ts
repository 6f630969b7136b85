import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hostileFiles } from '@court/testkit/hostile/corpus'
import { fileKinds } from '@court/usecases/ports/files'
import { inspectFile } from './inspect-file.ts'

const directory = await mkdtemp(join(tmpdir(), 'hostile-'))
afterAll(() => rm(directory, { recursive: true }))

const limits = { sizeBytesMax: 20_000_000, pagesMax: 200, kinds: fileKinds }

test('there are sixty hostile files or more, each under a name of its own', () => {
  const names = hostileFiles.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(60)
})

describe('a hostile file is refused, with the reason, or made harmless, and costs seconds at most', () => {
  test.each(hostileFiles.map((file) => [file.name, file] as const))('%s', async (name, file) => {
    const path = join(directory, encodeURIComponent(name))
    await writeFile(path, await file.body())
    const began = process.cpuUsage()
    const result = await inspectFile({ path, limits })
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(5)
    expect(result.ok ? null : result.ruleId).toBe(file.refusedBy)
    if (!result.ok) {
      expect(result.reason.zh).toMatch(/请/)
      expect(result.reason.en.length).toBeGreaterThan(20)
    } else if (file.refusedBy === null) {
      const stored = Buffer.from(result.body).toString('latin1')
      expect(file.gone.filter((trace) => stored.includes(trace))).toEqual([])
    }
  })
})
