import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtInCodes } from '../src/code/built-in-codes.node.ts'
import { withWordsOfCodes } from '../src/code/glossary.ts'
import { parsePacks } from '../src/code/parse-pack.ts'

const target = fileURLToPath(new URL('../../../docs/glossary.md', import.meta.url))
writeFileSync(target, withWordsOfCodes(readFileSync(target, 'utf8'), parsePacks(builtInCodes()).packs))
process.stdout.write(`${target}\n`)
