import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runExplain } from './explain-command.ts'
import { runLint } from './lint-command.ts'
import { runSimulate } from './simulate-command.ts'
import { UsageError } from './usage.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const launcher = fileURLToPath(new URL('../../bin/court-code.mjs', import.meta.url))
const codes = join(root, 'packages/procedure/codes')

const commands = { lint: runLint, explain: runExplain, simulate: runSimulate }

/** Runs a command in this process, from the root of the repository, and catches what it writes. */
function run(command: keyof typeof commands, ...args: string[]) {
  const written = { stdout: '', stderr: '' }
  const catching = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text)
      return true
    }),
  )
  const here = vi.spyOn(process, 'cwd').mockReturnValue(root)
  try {
    const status = commands[command](args)
    return { status, ...lines(written) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { status: 2, ...lines(written) }
  } finally {
    for (const one of [...catching, here]) one.mockRestore()
  }
}

const lines = ({ stdout, stderr }: { stdout: string; stderr: string }) => ({
  stdout,
  stderr,
  lines: stdout.split('\n').filter((line) => line !== ''),
})

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codes-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const court = (set: string) => `id: court.浙0225
version: '2026.1'
layer: court
title: { zh: 象山县人民法院, en: People's Court of Xiangshan }
extends: [cn.zhejiang, cn.ningbo.mobile-litigation]
courts: [浙0225]
from: '2024-01-01'
set:
  ${set}
`

describe('court-code lint', () => {
  test('finds nothing in the codes that ship with the product', () => {
    expect(run('lint', codes, '--json')).toMatchObject({ status: 0, stdout: '' })
  })

  test('checks a single pack from anywhere against the built-in codes it extends', () => {
    expect(run('lint', write('good.yaml', court('filing-decision.rule.count: 5')), '--json')).toMatchObject({
      status: 0,
      stdout: '',
    })
  })

  test('names rule, article and both values where a pack weakens the floor, and exits with 1', () => {
    const path = write('weak.yaml', court('filing-decision.rule.count: 9'))
    const { status, lines } = run('lint', path, '--json')
    expect(status).toBe(1)
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        code: 'floor',
        severity: 'error',
        rule: 'periods.filing-decision',
        file: path,
        line: 9,
        column: 3,
        message:
          'filing-decision.rule.count: it may only go down (at-most): 民诉法 art 126, 民诉法解释 art 208 gives 7, court.浙0225 sets 9',
        fix: '7 or less',
      },
    ])
    expect(run('lint', path).stdout).toBe(
      `${path}:9:3: error floor: filing-decision.rule.count: it may only go down (at-most): 民诉法 art 126, 民诉法解释 art 208 gives 7, court.浙0225 sets 9 → 7 or less\n`,
    )
  })

  test('a changed copy of a built-in pack is checked in its place', () => {
    const text = readFileSync(join(codes, 'courts/浙0281.yaml'), 'utf8').replace('value: 3', 'value: 8')
    const { status, lines } = run('lint', write('浙0281.yaml', text), '--json')
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
  })

  test.each([
    ['no path', []],
    ['a path that does not exist', ['nowhere.yaml']],
    ['an unknown option', [codes, '--fix']],
  ])('%s is wrong usage', (_name, args) => {
    expect(run('lint', ...args).status).toBe(2)
  })
})

describe('court-code explain', () => {
  test('says which layer gave each value', () => {
    const { status, stdout } = run('explain', 'answer.rule.count', '--court', '浙0212', '--on', '2026-03-01')
    expect(status).toBe(0)
    expect(stdout).toContain('15 days: 民诉法 art 128; not changed by Rules of the High Court of Zhejiang')
    expect(stdout).toContain("not changed by People's Court of Yinzhou")
    expect(stdout).toContain('15日: 民诉法第128条；浙江省高级人民法院规定未改')
  })

  test('as JSON, layer by layer', () => {
    const { stdout } = run('explain', 'filing-decision.rule.count', '--court', '浙0281', '--on', '2026-03-01', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      rule: 'periods.filing-decision.rule.count',
      value: 3,
      floor: { allow: 'at-most' },
      layers: [
        { layer: 'national', value: 7, changed: false },
        { layer: 'superior', pack: 'cn.zhejiang', changed: false },
        { layer: 'superior', pack: 'cn.ningbo.mobile-litigation', changed: false },
        { layer: 'court', pack: 'court.浙0281', value: 3, changed: true, reference: { verified: false } },
      ],
    })
  })

  test('a whole rule lists what layers may change, and a misspelt one is told the nearest', () => {
    expect(run('explain', 'filing-decision', '--court', '浙0281', '--on', '2026-03-01').stdout).toContain(
      'more values, which no layer may change',
    )
    expect(run('explain', 'filing-decison', '--court', '浙0281', '--on', '2026-03-01')).toMatchObject({
      status: 1,
      stdout: '',
    })
    expect(run('explain', 'filing-decison', '--court', '浙0281', '--on', '2026-03-01').stderr).toContain(
      'did you mean filing-decision?',
    )
  })

  test.each([
    ['no rule', ['--court', '浙0212', '--on', '2026-03-01']],
    ['no court', ['answer', '--on', '2026-03-01']],
    ['a day that does not exist', ['answer', '--court', '浙0212', '--on', '2026-02-30']],
  ])('%s is wrong usage', (_name, args) => {
    expect(run('explain', ...args).status).toBe(2)
  })
})

describe('court-code simulate', () => {
  const loan = `${codes}/national/civil-first-instance/examples/loan-50000.yaml`

  test('plays a story: docket, clocks with proofs, tasks, notices, next steps', () => {
    const { status, stdout, stderr } = run('simulate', loan, '--json')
    expect([status, stderr]).toEqual([0, ''])
    const played = JSON.parse(stdout) as Record<string, unknown>
    expect(played).toMatchObject({ court: '浙0212', state: 'accepted', unmet: [] })
    expect(played['docket']).toHaveLength(14)
    expect(played['clocks']).toContainEqual(
      expect.objectContaining({
        key: 'answer@d1',
        due: '2025-10-13',
        status: 'cleared',
        proof: expect.arrayContaining([expect.objectContaining({ step: 'count', date: '2025-10-13' })]) as unknown,
      }),
    )
    expect(Object.keys(played)).toEqual(
      expect.arrayContaining(['steps', 'docket', 'clocks', 'tasks', 'notices', 'documents', 'next', 'whatHappensNext']),
    )
  })

  test('as text a lawyer can read', () => {
    const { stdout } = run('simulate', loan)
    expect(stdout).toContain(
      '2025-09-24  accept-filing (filing-clerk)  → returned\n            refused: accept-filing.from',
    )
    expect(stdout).toContain('was 2025-09-29: Counted from “Filing received” on 22 September 2025 [entry 5]')
    expect(stdout).toContain('What happens next:')
  })

  test('a story that does not come true exits with 1 and says where', () => {
    const text = readFileSync(loan, 'utf8').replace('answer@d1: 2025-10-13 running', 'answer@d1: 2025-10-14 running')
    const { status, stderr } = run('simulate', write('wrong.yaml', text))
    expect(status).toBe(1)
    expect(stderr).toContain('clock answer@d1 is 2025-10-13 running, 2025-10-14 running expected')
  })

  test('a file that is no story is told where it is wrong', () => {
    const { status, stderr } = run(
      'simulate',
      write(
        'no-story.yaml',
        'title: { zh: 甲, en: A }\ncourt: 浙0212\nstory:\n  - { on: yesterday, do: submit-filing }\n',
      ),
    )
    expect(status).toBe(1)
    expect(stderr).toContain('no-story.yaml:4:')
    expect(run('simulate', 'nowhere.yaml').status).toBe(2)
  })
})

describe('the launcher', () => {
  test.each([
    ['lint', [join(codes, 'courts/浙0281.yaml'), '--json'], 0],
    ['explain', ['answer.rule.count', '--court', '浙0212', '--on', '2026-03-01', '--json'], 0],
    ['simulate', ['nowhere.yaml'], 2],
  ])('runs %s', (command, args, status) => {
    expect(spawnSync(process.execPath, [launcher, command, ...args], { cwd: root }).status).toBe(status)
  })
})

describe('rules of the codes in other commands', () => {
  const ask = (command: string, requests: object[]) =>
    spawnSync(process.execPath, [launcher, command], {
      cwd: root,
      encoding: 'utf8',
      input: requests.map((request) => JSON.stringify(request)).join('\n'),
    })
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  test('period takes its rule from the code of a court', () => {
    const rule = { ref: 'filing-decision', court: '浙0281', on: '2026-03-01' }
    const answers = ask('period', [
      { id: 1, rule, trigger: '2026-03-02' },
      { id: 2, rule: { ...rule, court: '浙0212' }, trigger: '2026-03-02' },
      { id: 3, rule: { ...rule, ref: 'no-such-rule' }, trigger: '2026-03-02' },
    ])
    expect(answers).toMatchObject([
      { id: 1, due: '2026-03-05' },
      { id: 2, due: '2026-03-09' },
      { id: 3, error: { code: 'unknown-rule' } },
    ])
  })

  test('fee takes what the province chose', () => {
    const request = { id: 1, tariff: 'cn.civil.other', court: '浙0212', on: '2026-03-01' }
    const answers = ask('fee', [request, { ...request, court: '鄂0106' }, { ...request, court: '京0101' }])
    expect(answers).toMatchObject([{ feeFen: 8000 }, { feeFen: 5000 }, { error: { code: 'no-choice' } }])
  })
})
