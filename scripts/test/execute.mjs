import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../start/options.mjs'
import { signalGroup } from '../start/run-record.mjs'

const running = new Set()

// Runs a program to its end; its output goes to a log file, and to the terminal when `isShown`. Never throws.
export function execute({ args, command = process.execPath, cwd = root, env = {}, log, isShown = false }) {
  const file = join(root, 'test-results', log)
  mkdirSync(dirname(file), { recursive: true })
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const stream = createWriteStream(file)
    let output = ''
    running.add(child)
    for (const source of [child.stdout, child.stderr]) {
      source.on('data', (chunk) => {
        output = (output + chunk).slice(-200_000)
        stream.write(chunk)
        if (isShown) process.stdout.write(chunk)
      })
    }
    const end = (code) => {
      running.delete(child)
      stream.end(() => resolve({ code, output, file }))
    }
    child.once('error', (error) => {
      output += error.message
      end(1)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}

export function killExecuted() {
  for (const child of running) if (child.pid) signalGroup(child.pid, 'SIGTERM')
}

export const bin = (path) => join(root, 'node_modules', path)
