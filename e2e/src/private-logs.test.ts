import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { personalLines } from './private-logs.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongheng-logs-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a name, a phone and an identity number are found in a log; ids, hashes and times are not', () => {
  const good =
    '{"time":"2026-03-02T01:00:00.000Z","caseId":"019a2b3c-1234-7890-8123-123456789012","at":1772413200000}\n'
  for (const name of ['web', 'admin']) writeFileSync(join(folder, `${name}.log`), good)
  const bad = ['{"name":"张三"}', '{"to":"19955123456"}', '{"number":"339900199003071234"}']
  writeFileSync(join(folder, 'worker.log'), `${good}${bad.join('\n')}\n`)
  expect(personalLines(folder).map((line) => line.split(': ').slice(1).join(': '))).toEqual(bad)
})
