#!/usr/bin/env node
// Prisma's schema engine without its download: the same engine compiled to WebAssembly, speaking the protocol of the
// binary on stdin and stdout. Named by PRISMA_SCHEMA_ENGINE_BINARY; unset that variable to use Prisma's own binary.
import { readFileSync } from 'node:fs'
import readline from 'node:readline'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { connect, emptyDatabase, runConnectionCommand } from './schema-engine-connection.mjs'
import { loadEngine } from './schema-engine-wasm.mjs'

const argv = process.argv.slice(2)
const valuesOf = (flag) => argv.flatMap((value, i) => (argv[i - 1] === flag ? [value] : []))
const panic = loadEngine(wasm)

if (argv.includes('--version')) {
  console.log(`schema-engine-wasm ${wasm.version()}`)
  process.exit(0)
}

const { url, shadowDatabaseUrl } = JSON.parse(valuesOf('--datasource')[0] ?? '{}')
if (argv.includes('cli')) await runConnectionCommand(argv.at(-1), url)

const filters = { externalTables: [], externalEnums: [] }
const models = valuesOf('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
const factory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => connect(url),
  connectToShadowDb: () => {
    if (!shadowDatabaseUrl) throw new Error('set datasource.shadowDatabaseUrl in prisma.config.ts')
    return emptyDatabase(shadowDatabaseUrl)
  },
}

let started
const engine = () => (started ??= startEngine())

async function startEngine() {
  const options = { datamodels: models.length ? models : undefined }
  const engine = await wasm.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  if (models.length) await tellPreviewFeatures(engine)
  return engine
}

// Only `diff` tells the engine which preview features the schema switches on.
const tellPreviewFeatures = (engine) =>
  engine.diff({
    from: {
      tag: 'schemaDatasource',
      files: models.map(([path, content]) => ({ path, content })),
      configDir: '.',
    },
    to: { tag: 'empty' },
    script: false,
    exitCode: null,
    filters,
  })

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
const fail = (id, message) => send({ id, error: { code: 4466, message, data: { is_panic: false, message } } })

async function call({ id, method, params }) {
  const running = await engine()
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    await running.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters }) // fills its cache
  }
  const result = await running[method === 'getDatabaseVersion' ? 'version' : method](params)
  if (method === 'diff' && result.stdout) {
    send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } })
  }
  send({ id, result: result ?? {} })
}

let current
process.on('uncaughtException', (error) => {
  if (current) fail(current.id, panic.message ?? error.stack)
  process.exitCode = 1
  setTimeout(() => process.exit(), 50)
})

let chain = Promise.resolve()
readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message = JSON.parse(line)
    if (!message.method) return
    chain = chain
      .then(() => call((current = message)))
      .catch((error) => fail(message.id, error?.message ?? String(error)))
  })
  .on('close', () => chain.then(() => process.exit()))
