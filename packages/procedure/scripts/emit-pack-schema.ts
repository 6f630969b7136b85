import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { packJsonSchema } from '../src/code/json-schema.ts'

const target = fileURLToPath(new URL('../codes/pack.schema.json', import.meta.url))
const style = await resolveConfig(target)
writeFileSync(target, await format(JSON.stringify(packJsonSchema()), { ...style, filepath: target }))
process.stdout.write(`${target}\n`)
