import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { signalGroup, stopGroup } from './run-record.mjs'
import { out } from './steps.mjs'

const restartsMax = 5
const restartWindow = 60_000

// Child processes in the order in which they were started; stopped in the reverse order.
export function createChildren({ logsDir, record, isVerbose, onGivenUp }) {
  const children = []
  let isStopping = false
  mkdirSync(logsDir, { recursive: true })

  function launch(child) {
    // A group of its own: Ctrl-C in the terminal reaches only the supervisor, which stops all in order.
    child.process = spawn(child.command, child.args, {
      cwd: child.cwd,
      env: child.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    child.hasEnded = false
    if (child.process.pid) record.add(child.name, child.process.pid)
    for (const stream of [child.process.stdout, child.process.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        child.log.write(`${line}\n`)
        if (isVerbose || (isImportant(line) && !isStopping)) out.line(`[${child.name}] ${readable(line)}`)
      })
    }
    child.process.once('error', (error) => child.log.write(`${error.stack}\n`))
    child.process.once('close', (code, signal) => onEnd(child, code ?? signal))
  }

  function onEnd(child, how) {
    child.hasEnded = true
    if (isStopping || child.isGone) return
    signalGroup(child.process.pid, 'SIGKILL')
    child.restarts = child.restarts.filter((at) => Date.now() - at < restartWindow)
    if (!child.isReady || child.restarts.length >= restartsMax) {
      child.isGone = true
      onGivenUp(child.name, how, child.isOptional)
      return
    }
    child.restarts.push(Date.now())
    out.fail(`${child.name} ended (${how}); starting it again. Its log: ${child.logFile}`)
    setTimeout(() => isStopping || launch(child), 500)
  }

  return {
    // isOptional: the others go on without it.
    start({ name, args, cwd, env, command = process.execPath, isOptional = false, millisecondsToEnd = 15_000 }) {
      if (isStopping) throw new Error(`${name}: stopped before it began`)
      const logFile = join(logsDir, `${name}.log`)
      if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`)
      const child = {
        ...{ name, command, args, cwd, env, isOptional, millisecondsToEnd, logFile },
        ...{ log: createWriteStream(logFile), restarts: [], isReady: false },
      }
      children.push(child)
      launch(child)
      return {
        name,
        logFile,
        hasEnded: () => child.hasEnded,
        setReady: () => (child.isReady = true),
      }
    },
    isStopping: () => isStopping,
    async stop() {
      isStopping = true
      for (const child of children.reverse()) {
        if (!child.hasEnded && child.process.pid) await stopGroup(child.process.pid, child.millisecondsToEnd)
        child.log.end()
      }
    },
    kill() {
      isStopping = true
      for (const { process: child } of children) if (child.pid) signalGroup(child.pid, 'SIGKILL')
    },
  }
}

export function tailOf(file, lines = 20) {
  if (!existsSync(file)) return ''
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}

// Warnings and worse of a JSON log; of other lines, those that say so.
function isImportant(line) {
  const entry = parse(line)
  if (entry) return entry.level >= 40
  return /\b(error|fatal|uncaught|unhandled|EADDRINUSE)\b/i.test(line)
}

function readable(line) {
  const entry = parse(line)
  return entry?.msg ? `${entry.msg}${entry.err?.message ? `: ${entry.err.message}` : ''}` : line
}

function parse(line) {
  if (!line.startsWith('{')) return null
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
