import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packJsonSchema } from '../src/code/json-schema.ts'

const target = fileURLToPath(new URL('../codes/pack.schema.json', import.meta.url))
writeFileSync(target, `${JSON.stringify(packJsonSchema(), null, 2)}\n`)
process.stdout.write(`${target}\n`)
