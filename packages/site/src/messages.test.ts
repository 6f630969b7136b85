import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedMessages } from './shared-messages.ts'

type Messages = { [key: string]: string | Messages }

const repository = join(import.meta.dirname, '../../..')
const shared = 'packages/site'
const sites = ['apps/web', 'apps/admin']

const areasOf = (folder: string, locale = 'zh-CN') => readdirSync(join(repository, folder, 'messages', locale)).sort()

const readArea = (folder: string, locale: string, file: string): Messages =>
  JSON.parse(readFileSync(join(repository, folder, 'messages', locale, file), 'utf8')) as Messages

function leaves(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  )
}

// The names in braces; what a plural or select says inside differs between languages.
function parameters(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? ''))].sort()
}

describe.each([shared, ...sites])('%s', (folder) => {
  test('both languages have the same areas', () => {
    expect(areasOf(folder, 'en')).toEqual(areasOf(folder))
  })

  test.each(areasOf(folder))('%s: the same keys and parameters in both languages, none empty', (file) => {
    const zh = leaves(readArea(folder, 'zh-CN', file))
    const en = new Map(leaves(readArea(folder, 'en', file)))
    expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort())
    for (const [key, text] of [...zh, ...en]) expect(text.trim(), key).not.toBe('')
    for (const [key, text] of zh) expect(parameters(en.get(key) ?? ''), key).toEqual(parameters(text))
  })
})

test('every area that both sites share reaches their pages, except that of the error pages, which carry their own', () => {
  const files = areasOf(shared).map((file) => file.replace('.json', ''))
  expect(Object.keys(sharedMessages.en).sort()).toEqual(files.filter((name) => name !== 'errors'))
  expect(Object.keys(sharedMessages['zh-CN']).sort()).toEqual(files.filter((name) => name !== 'errors'))
})

// const t = await getTranslations('area') … t('key'): every literal key that the source asks for exists, on each site.
test.each(sites)('%s lacks no text that one of its pages asks for', (site) => {
  const known = new Set([shared, site].flatMap(keysOf))
  const missing = [shared, site].flatMap(sourcesOf).flatMap(([name, source]) =>
    askedKeys(source)
      .filter(({ areas, key }) => !areas.some((area) => known.has(`${area}.${key}`)))
      .map(({ areas, key }) => `${name}: ${areas.join(' or ')}.${key}`),
  )
  expect(missing).toEqual([])
})

test.each(sites)('%s has no area of its own that hides one both share', (site) => {
  expect(areasOf(site).filter((file) => areasOf(shared).includes(file))).toEqual([])
})

const keysOf = (folder: string) =>
  areasOf(folder).flatMap((file) =>
    leaves(readArea(folder, 'zh-CN', file), `${file.replace(/\.json$/, '')}.`).map(([key]) => key),
  )

const sourcesOf = (folder: string) =>
  readdirSync(join(repository, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => [join(folder, name), readFileSync(join(repository, folder, 'src', name), 'utf8')] as const)

// One name may stand for another area in another function of the file.
function askedKeys(source: string): { areas: string[]; key: string }[] {
  const bound = Map.groupBy(boundTranslations(source), ([name]) => name)
  return [...bound].flatMap(([name, pairs]) => {
    const calls = source.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.markup|\\.raw)?\\(\\s*'([\\w.-]+)'`, 'g'))
    return [...calls].map((call) => ({ areas: pairs.map(([, area]) => area), key: call[1] ?? '' }))
  })
}

/** `const t = await getTranslations('a')`, `const [t, own] = await Promise.all([getTranslations('a'), …])`: name and area of each. */
function boundTranslations(source: string): [string, string][] {
  const alone = [...source.matchAll(/(?:const|let)\s+(\w+)\s*=\s*await\s+getTranslations\(\s*'([\w.-]+)'/g)]
  const together = [
    ...source.matchAll(/(?:const|let)\s+\[([^\]]*)\]\s*=\s*await\s+Promise\.all\(\[([\s\S]*?)\n?\s*\]\)/g),
  ]
  return [
    ...alone.map(([, name = '', area = '']): [string, string] => [name, area]),
    ...together.flatMap(([, names = '', calls = '']) => {
      const areas = [...calls.matchAll(/getTranslations\(\s*'([\w.-]+)'/g)].map(([, area = '']) => area)
      const bound = names.split(',').map((name) => name.trim())
      return areas.map((area, index): [string, string] => [bound[index] ?? '', area])
    }),
  ]
}
