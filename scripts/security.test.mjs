import { existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scanRepository, secretsIn } from './secret-scan.mjs'
import { root } from './start/options.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')

describe('docs/security.md', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .flatMap((line) => {
      const [, number, guarantee, file, title] = /^\| ([^|]+) \| ([^|]+) \| `([^`|]+)` \| (.+) \|$/.exec(line) ?? []
      return title ? [{ number, guarantee, file, title }] : []
    })

  test('lists 120 automated requirements or more, each once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120)
    const tests = rows.map(({ file, title }) => `${file} ${title}`)
    expect(tests.filter((one, index) => tests.indexOf(one) !== index)).toEqual([])
  })

  test('numbers each by a requirement, a section or a chapter of ASVS 5.0', () => {
    const odd = rows.filter(
      ({ number }) => !/^(V([1-9]|1[0-7])|\d{1,2}\.\d\.(\d{1,2}|x)(–\d{1,2}\.\d\.\d{1,2})?)$/.test(number),
    )
    expect(odd).toEqual([])
  })

  test('names for each a test that exists', () => {
    const missing = rows.filter(({ file, title }) => {
      if (!existsSync(join(root, file))) return true
      const source = read(file)
      return !["'", '`', '"'].some((quote) => source.includes(`${quote}${title}${quote}`))
    })
    expect(missing.map(({ file, title }) => `${file}: ${title}`)).toEqual([])
  })
})

describe('secrets', () => {
  const random = (alphabet, length) =>
    Array.from({ length }, (_, index) => alphabet[(index * 7 + 3) % alphabet.length]).join('')
  const word = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  test.each([
    ['a private key', ['-----BEGIN PRIVATE', ` KEY-----\n${random(word, 128)}\n`]],
    ['an access key of a cloud', ['AKI', `A${random('ABCDEFGHIJ234567', 16)}`]],
    ['a token of a code host', ['gh', `p_${random(word, 36)}`]],
    ['a token of a package registry', ['npm', `_${random(word, 36)}`]],
    ['a token of a chat', ['xox', `b-${random('0123456789', 24)}`]],
    ['a signed token', ['ey', `J${random(word, 20)}.eyJ${random(word, 30)}.${random(word, 43)}`]],
    ['a key of 32 bytes given to a name', ['BLIND_INDEX_', `KEY=${random(word, 43)}`]],
    ['a password in an address', ['postgres://tongheng', `:${random(word, 12)}@db.court.example/x`]],
  ])('a secret that was planted is found: %s', (kind, parts) => {
    expect(secretsIn(`something before ${parts.join('')} and after`)).toContain(kind)
  })

  test('no secret stands in the repository', () => {
    expect(scanRepository(root)).toEqual([])
  })
})

describe('dependencies', () => {
  const lock = JSON.parse(read('package-lock.json')).packages
  const manifests = execFileSync('git', ['ls-files', 'package.json', '*/package.json'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')

  test('every dependency is one exact version, and its bytes are known', () => {
    const loose = manifests.flatMap((path) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path))
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(
          ([name, version]) =>
            !(name.startsWith('@court/') && version === '*') && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
        )
        .map(([name, version]) => `${path}: ${name} ${version}`)
    })
    expect(loose).toEqual([])
    const unknown = Object.entries(lock).filter(
      ([path, one]) =>
        path.includes('node_modules/') && !one.link && !one.inBundle && !/^sha512-/.test(one.integrity ?? ''),
    )
    expect(unknown.map(([path]) => path)).toEqual([])
  })

  // Below these stand holes that were published: CVE-2025-55182 and what followed it, GHSA-43p4-m455-4f4j, CVE-2023-4863.
  test.each([
    ['next', '16.0.10'],
    ['react', '19.2.1'],
    ['react-dom', '19.2.1'],
    ['@trpc/server', '11.8.0'],
    ['sharp', '0.32.6'],
  ])('%s is %s or newer', (name, least) => {
    const installed = Object.entries(lock).filter(([path]) => path.endsWith(`node_modules/${name}`))
    expect(installed.length).toBeGreaterThan(0)
    for (const [path, { version }] of installed) expect(isAtLeast(version, least), `${path} ${version}`).toBe(true)
  })
})

function isAtLeast(version, least) {
  const [one, other] = [version, least].map((text) => text.split('-')[0].split('.').map(Number))
  const at = one.findIndex((part, index) => part !== other[index])
  return at === -1 || one[at] > other[at]
}
