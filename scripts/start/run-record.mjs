import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isAlive, startOf, waitForEnd } from '../postgres/pids.mjs'

// .data/run.json: who runs on this data, so that a second start says so and one after a crash can clean up.
export function openRunRecord(file) {
  const record = { supervisor: identify(process.pid), children: [] }
  const write = () => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(record))
  }
  return {
    begin: write,
    add: (name, pid) => {
      record.children = [...record.children.filter((child) => child.name !== name), { name, ...identify(pid) }]
      write()
    },
    end: () => rmSync(file, { force: true }),
  }
}

export function findRunning(file) {
  const record = read(file)
  return record && isSame(record.supervisor) ? record.supervisor.pid : null
}

// Stops what a killed run left behind. Each child led a process group of its own.
export async function stopLeftBehind(file) {
  const left = (read(file)?.children ?? []).filter(isSame).reverse()
  for (const { pid } of left) await stopGroup(pid, 10_000)
  rmSync(file, { force: true })
  return left.map(({ name }) => name)
}

export async function stopGroup(pid, milliseconds) {
  signalGroup(pid, 'SIGTERM')
  const ended = await waitForEnd(pid, milliseconds)
  signalGroup(pid, 'SIGKILL') // also grandchildren that stayed
  if (!ended) await waitForEnd(pid, 5_000)
}

export function signalGroup(pid, name) {
  try {
    process.kill(-pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error
  }
}

const identify = (pid) => ({ pid, startedAs: startOf(pid) })

const isSame = ({ pid, startedAs }) => isAlive(pid) && startOf(pid) === startedAs

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
