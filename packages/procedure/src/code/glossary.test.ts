import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtInCodes } from './built-in-codes.node.ts'
import { withWordsOfCodes } from './glossary.ts'
import { rulesOf } from './pack.ts'
import { parsePacks } from './parse-pack.ts'
import { sectionNames } from './schema/pack.ts'

const glossary = readFileSync(new URL('../../../../docs/glossary.md', import.meta.url), 'utf8')
const { packs } = parsePacks(builtInCodes())

test('the glossary has every word of the codes: after a change run packages/procedure/scripts/emit-glossary.ts', () => {
  expect(withWordsOfCodes(glossary, packs)).toBe(glossary)
})

test('one Chinese term has one English term, and the other way round, within a section', () => {
  const found: string[] = []
  for (const section of sectionNames) {
    const pairs = new Set<string>()
    for (const pack of packs)
      for (const [, rule] of rulesOf(pack, section)) pairs.add(`${rule.title.zh} = ${rule.title.en}`)
    for (const side of [0, 1]) {
      const terms = [...pairs].map((pair) => pair.split(' = ')[side] ?? '')
      for (const term of new Set(terms.filter((one, index) => terms.indexOf(one) !== index)))
        found.push(`${section}: ${[...pairs].filter((pair) => pair.split(' = ')[side] === term).join('; ')}`)
    }
  }
  expect(found).toEqual([])
})

test('what a person wrote in the glossary names what exists in the codes alike', () => {
  const own = glossary.slice(0, glossary.indexOf('<!-- words of the codes'))
  for (const section of ['roles', 'procedures'] as const)
    for (const pack of packs)
      for (const [id, rule] of rulesOf(pack, section))
        for (const line of own.split('\n').filter((one) => one.includes(`\`${id}\``)))
          expect(line).toContain(rule.title.zh)
})
