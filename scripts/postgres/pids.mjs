import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return stateOf(pid) !== 'Z' // a zombie only waits to be collected
}

// Tells two processes apart that had the same pid one after the other.
export function startOf(pid) {
  const fields = statOf(pid)
  if (fields) return fields[19]
  if (process.platform === 'linux') return null
  const found = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    const found = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return found.status === 0 ? found.stdout.trim() : ''
  }
}

export async function waitForEnd(pid, milliseconds) {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}

function stateOf(pid) {
  return statOf(pid)?.[0] ?? null
}

// Fields of /proc/PID/stat after the command, which may itself hold blanks and brackets.
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
