import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, describe, expect, it, test } from 'vitest'
import { answerFee } from '../fee/answer-fee.ts'
import { answerNumber } from '../number/answer-number.ts'
import { answerLine } from './batch.ts'

const launcher = fileURLToPath(new URL('../../bin/court-code.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'court-code-'))
afterAll(() => rmSync(folder, { recursive: true }))

function courtCode(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 28,
  })
  return { status, stderr, lines: stdout.split('\n').filter((line) => line !== '') }
}
const ask = (args: string[], input = '') => {
  const { status, lines } = courtCode(args, input)
  return { status, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}
const number = (id: unknown, text = '（2018）浙0212民初1号') => JSON.stringify({ id, text })

describe('a batch', () => {
  it('answers every line in its place and goes on after a bad one', () => {
    const { status, answers } = ask(
      ['number'],
      [number(1), 'not json', '', number(2, 'x'), '[]', number('c')].join('\n'),
    )
    expect(answers.map(({ id }) => id)).toEqual([1, null, 2, null, 'c'])
    expect(answers.map((answer) => 'error' in answer)).toEqual([false, true, true, true, false])
    for (const { error } of answers) if (error) expect(Object.keys(error)).toEqual(['code', 'message', 'path'])
    expect(status).toBe(1)
  })
  it('exits with 0 when every line was answered, also when there is none', () => {
    expect(ask(['number'], number(1)).status).toBe(0)
    expect(ask(['number'], '')).toEqual({ status: 0, answers: [] })
  })
  it('reads a file, standard input named -, Windows line ends and a byte order mark', () => {
    const file = join(folder, 'numbers.ndjson')
    writeFileSync(file, `\ufeff${number(1)}\r\n${number(2)}\r\n`)
    expect(ask(['number', file]).answers.map(({ id }) => id)).toEqual([1, 2])
    expect(ask(['number', '-'], `${number(3)}\n`).answers.map(({ id }) => id)).toEqual([3])
  })
  it('keeps thousands of lines in order, characters split between two pieces included', () => {
    const input = Array.from({ length: 20_000 }, (_, id) => number(id)).join('\n')
    const { status, answers } = ask(['number'], input)
    expect(status).toBe(0)
    expect(answers.every(({ id, court }, index) => id === index && court === '浙0212')).toBe(true)
    expect(answers).toHaveLength(20_000)
  })
  it('answers a partner on a pipe before the input ends', async () => {
    const child = spawn(process.execPath, [launcher, 'fee'], { stdio: ['pipe', 'pipe', 'inherit'] })
    for (const id of [1, 2]) {
      child.stdin.write(`${JSON.stringify({ id, tariff: 'cn.civil.labour' })}\n`)
      const [piece] = (await once(child.stdout, 'data')) as [Buffer]
      expect(JSON.parse(piece.toString())).toMatchObject({ id, feeFen: 1000 })
    }
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })
  it('stops without a word when nobody reads any more', async () => {
    const child = spawn(process.execPath, [launcher, 'number'], { stdio: 'pipe' })
    let complaint = ''
    child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
    child.stdin.on('error', () => undefined)
    child.stdout.destroy()
    child.stdin.end(`${number(1)}\n`.repeat(50_000))
    const [code] = (await once(child, 'exit')) as [number]
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
  })
})

describe('wrong usage is said on standard error, with exit code 2', () => {
  test.each([
    [[]],
    [['nonsense']],
    [['fee', '--fast']],
    [['fee', 'a', 'b']],
    [['number', '/no/such/file']],
    [['number', '/']],
  ])('%j', (args) => {
    const { status, stderr, lines } = courtCode(args)
    expect({ status, lines }).toEqual({ status: 2, lines: [] })
    expect(stderr).toMatch(/court-code: .+/)
  })
  it('--help is no fault', () => {
    for (const args of [['--help'], ['help'], ['fee', '--help']]) {
      const { status, lines } = courtCode(args)
      expect(status).toBe(0)
      expect(lines.join('\n')).toContain('court-code check-proof')
    }
  })
})

describe('the launcher', () => {
  it('finds the Node of npm from any folder under an older one', () => {
    const older = ['/usr/bin/node', '/usr/local/bin/node'].find((path) =>
      /^v2[0-2]\./.test(spawnSync(path, ['-v'], { encoding: 'utf8' }).stdout ?? ''),
    )
    if (older === undefined) return
    const { status, stdout } = spawnSync(older, [launcher, 'number'], {
      input: number(1),
      encoding: 'utf8',
      cwd: folder,
    })
    expect({ status, id: (JSON.parse(stdout) as { id: number }).id }).toEqual({ status: 0, id: 1 })
    expect(spawnSync(older, [launcher, 'number'], { input: 'x', encoding: 'utf8' }).status).toBe(1)
    expect(spawnSync(older, [launcher, 'x'], { encoding: 'utf8' }).status).toBe(2)
  })
})

describe('a line never breaks the batch', () => {
  const answers = { fee: answerFee, number: (request: unknown) => answerNumber(request) }
  test.each(Object.entries(answers))('%s', (_, answer) => {
    const check = (line: string) => {
      const { text, hasError } = answerLine(line, (request) => answer(request))
      expect(text).not.toContain('\n')
      expect('error' in (JSON.parse(text) as object)).toBe(hasError)
      expect(text).not.toContain('internal-error')
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check))
    fc.assert(fc.property(fc.json(), check))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', 'tariff', 'text', 'amountFen', 'halve', 'court', 'on'), fc.jsonValue()),
        (request) => check(JSON.stringify(request)),
      ),
    )
  })
  it('not even one nested thousands deep', () => {
    const deep = `{"id":${'['.repeat(50_000)}${']'.repeat(50_000)},"text":"x"}`
    expect(answerLine(deep, (request) => answerNumber(request)).hasError).toBe(true)
  })
})
