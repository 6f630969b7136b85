import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packJsonSchema } from './json-schema.ts'
import { lintPacks } from './lint/lint-packs.ts'
import { sectionNames } from './schema/pack.ts'

const published = new URL('../../codes/pack.schema.json', import.meta.url)
const guide = new URL('../../../../docs/procedure-codes.md', import.meta.url)

test('the JSON Schema that editors use is the schema the engine uses', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(packJsonSchema())))
})

test('the guide names every section of a pack', () => {
  const text = readFileSync(guide, 'utf8')
  expect(sectionNames.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('the whole code that the guide shows has nothing wrong with it', () => {
  const text = readFileSync(guide, 'utf8')
  const section = text.slice(text.indexOf('## A whole code, annotated'))
  const [pack = '', story = ''] = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')
  const files = new Map([
    ['small/pack.yaml', pack],
    ['small/examples/case.yaml', story],
  ])
  expect(lintPacks(files)).toEqual([])
})
