#!/usr/bin/env node
// Plain JavaScript for Node 20.19 on: works right after `npm ci`, before any build. The engine itself is TypeScript that Node
// runs as it stands from 22.18 on; an older Node hands over to the one that npm installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const main = join(here, '..', 'src', 'cli', 'main.ts')

if (runsTypeScript()) await import(pathToFileURL(main).href)
else handOver(findNode())

function runsTypeScript() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)
}

function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let folder = here; ; folder = dirname(folder)) {
    for (const place of [join('node', 'bin', name), join('.bin', name)]) {
      const path = join(folder, 'node_modules', place)
      if (existsSync(path)) return path
    }
    if (folder === dirname(folder)) {
      console.error('court-code needs Node 22.18 or later, or the one that `npm ci` installs: run `npm ci` first.')
      process.exit(2)
    }
  }
}

function handOver(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`court-code: ${error.message}`)
    process.exit(2)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    for (const name of signals) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}
