import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Instantiates the engine and returns the place where it leaves the message of a panic. */
export function loadEngine(wasm) {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': wasm })
  wasm.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  const panic = { message: undefined }
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic.message = message) }
  return panic
}
