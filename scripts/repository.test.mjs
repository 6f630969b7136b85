import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './start/options.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')
const lines = (text) => text.trimEnd().split('\n').length

test('every package and app says on at most 30 lines what it is and how to test it', () => {
  const folders = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((one) => `${folder}/${one}`),
  )
  const workspaces = folders.filter((folder) => existsSync(join(root, folder, 'package.json')))
  workspaces.push('e2e')
  expect(workspaces.length).toBeGreaterThan(10)
  const wrong = workspaces.filter((folder) => {
    const path = join(folder, 'README.md')
    return (
      !existsSync(join(root, path)) || lines(read(path)) > 30 || !/Test: |npx vitest|npx playwright/.test(read(path))
    )
  })
  expect(wrong).toEqual([])
})

test('decisions are numbered without a gap, and each says what, why and what it costs', () => {
  const names = readdirSync(join(root, 'docs/adr')).sort()
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_name, index) => index + 1))
  for (const name of names)
    expect(read(`docs/adr/${name}`), name).toMatch(/\*\*Decision\.\*\*[\s\S]*\*\*Why\.\*\*[\s\S]*\*\*Cost\.\*\*/)
})

test('the tests that the page on threats names exist', () => {
  const named = [...read('docs/threats.md').matchAll(/`([\w-]+\.test\.ts)`/g)].map((match) => match[1])
  expect(named.length).toBeGreaterThan(10)
  const all = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((one) =>
      existsSync(join(root, folder, one, 'src'))
        ? readdirSync(join(root, folder, one, 'src'), { recursive: true }).map((path) => String(path).split('/').at(-1))
        : [],
    ),
  )
  expect(named.filter((name) => !all.includes(name))).toEqual([])
})

test('links between the pages of the documentation lead somewhere', () => {
  const pages = ['README.md', ...readdirSync(join(root, 'docs'), { recursive: true }).map((path) => `docs/${path}`)]
  const broken = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
        .map((match) => match[1])
        .filter((link) => !/^https?:/.test(link) && !existsSync(join(root, page, '..', link)))
        .map((link) => `${page}: ${link}`),
    )
  expect(broken).toEqual([])
})
