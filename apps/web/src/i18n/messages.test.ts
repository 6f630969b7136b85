import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Messages = { [key: string]: string | Messages }

const app = join(import.meta.dirname, '../..')
const areas = readdirSync(join(app, 'messages/zh-CN')).sort()

function readArea(locale: string, file: string): Messages {
  return JSON.parse(readFileSync(join(app, 'messages', locale, file), 'utf8')) as Messages
}

function leaves(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  )
}

// The names in braces; what a plural or select says inside differs between languages.
function parameters(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? ''))].sort()
}

test('both languages have the same areas', () => {
  expect(readdirSync(join(app, 'messages/en')).sort()).toEqual(areas)
})

describe.each(areas)('%s', (file) => {
  const zh = leaves(readArea('zh-CN', file))
  const en = new Map(leaves(readArea('en', file)))

  test('both languages have the same keys, none empty', () => {
    expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort())
    for (const [key, text] of [...zh, ...en]) expect(text.trim(), key).not.toBe('')
  })

  test('both languages take the same parameters', () => {
    for (const [key, text] of zh) expect(parameters(en.get(key) ?? ''), key).toEqual(parameters(text))
  })
})

// const t = await getTranslations('area') … t('key'): every literal key that the source asks for exists.
test('no text that a page asks for is missing', () => {
  const known = new Set(
    areas.flatMap((file) => leaves(readArea('zh-CN', file), `${file.replace(/\.json$/, '')}.`).map(([key]) => key)),
  )
  const sources = readdirSync(join(app, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => [name, readFileSync(join(app, 'src', name), 'utf8')] as const)
  const missing = sources.flatMap(([name, source]) =>
    askedKeys(source)
      .filter((key) => !known.has(key))
      .map((key) => `${name}: ${key}`),
  )
  expect(missing).toEqual([])
})

function askedKeys(source: string): string[] {
  const bound = [
    ...source.matchAll(
      /(?:const|let)\s+(\[[^\]]*\]|\w+)[^=\n]*=\s*await\s+[\s\S]{0,200}?getTranslations\(\s*'([\w.-]+)'\s*\)/g,
    ),
  ]
  return bound.flatMap(([, target = '', area = '']) => {
    const name = /^\[?\s*(\w+)/.exec(target)?.[1] ?? 't'
    const calls = source.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.markup|\\.raw)?\\(\\s*'([\\w.-]+)'`, 'g'))
    return [...calls].map((call) => `${area}.${call[1] ?? ''}`)
  })
}
