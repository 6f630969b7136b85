import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { setPriority } from 'node:os'
import { root } from './options.mjs'
import { signalGroup } from './run-record.mjs'

const running = new Set()
let isStopping = false

// Runs a program to its end with its output in a log file; throws with the last lines when it fails.
export function runCommand({
  title,
  args,
  cwd = root,
  env,
  logFile,
  advice,
  command = process.execPath,
  isInBackground = false,
}) {
  if (isStopping) return Promise.reject(new Error(`${title}: stopped before it began`))
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const log = logFile ? createWriteStream(logFile, { flags: 'a' }) : null
    let tail = ''
    running.add(child)
    if (isInBackground && child.pid) setPriority(child.pid, 15)
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        tail = (tail + chunk).slice(-4000)
        log?.write(chunk)
      })
    }
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(child)
      log?.end()
      if (code === 0) return resolve(tail)
      const error = new Error(`${title} failed (${code ?? signal}).\n${tail.trim()}`)
      error.advice =
        (typeof advice === 'function' ? advice({ signal }) : advice) ??
        (logFile ? `The whole output is in ${logFile}.` : undefined)
      reject(error)
    })
  })
}

export function killRunningCommands() {
  isStopping = true
  for (const child of running) signalGroup(child.pid, 'SIGKILL')
}
