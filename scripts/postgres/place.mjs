import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findBinaries } from './binaries.mjs'
import { findServerUser } from './user.mjs'

const parentsOutside = ['/var/lib', '/var/tmp']

// Where PostgreSQL's programs and data can stand so that the user it runs under reaches them.
// Normally `wanted` (below the clone) and node_modules themselves. As root, with the clone below a closed folder
// (root's home has mode 0700), both move to a folder of our own outside.
export function choosePlace({ root, wanted, user = findServerUser(), outside = parentsOutside }) {
  const binaries = findBinaries(root)
  if (!user || (canRun(user, join(binaries.native, 'bin', 'initdb')) && canEnter(user, wanted))) {
    return { user, native: binaries.native, data: wanted, isOutside: false }
  }
  const home = makeHome({ root, user, outside })
  const data = canEnter(user, wanted) ? wanted : join(home, hashOf(resolve(wanted)))
  const native = canRun(user, join(binaries.native, 'bin', 'initdb'))
    ? binaries.native
    : copyBinaries({ from: binaries.native, to: join(home, `postgresql-${binaries.version}`) })
  if (!canRun(user, join(native, 'bin', 'initdb'))) {
    throw new Error(
      `The user ${user.name}, under whom PostgreSQL runs when root starts it, cannot run ${join(native, 'bin', 'initdb')}. ` +
        'The folder may be mounted noexec. Start as an ordinary user, or set DATABASE_URL to a server of your own.',
    )
  }
  return { user, native, data, isOutside: true }
}

export function serverOptions(user) {
  return user ? { uid: user.uid, gid: user.gid, cwd: '/' } : {}
}

function canRun(user, program) {
  return spawnSync(program, ['--version'], { ...serverOptions(user), stdio: 'ignore' }).status === 0
}

// The data folder itself need not exist; its nearest existing ancestor must let the user through.
function canEnter(user, folder) {
  let ancestor = dirname(resolve(folder))
  while (!existsSync(ancestor)) ancestor = dirname(ancestor)
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', ancestor], { ...serverOptions(user), stdio: 'ignore' }).status === 0
  )
}

function makeHome({ root, user, outside }) {
  const name = `tongheng-${hashOf(realpathSync(root))}`
  const tried = []
  for (const parent of outside) {
    const home = join(parent, name)
    tried.push(home)
    try {
      mkdirSync(home, { recursive: true, mode: 0o711 })
      const { uid, mode } = lstatSync(home)
      if (!lstatSync(home).isDirectory() || uid !== process.getuid() || (mode & 0o022) !== 0) continue // somebody else's
      chmodSync(home, 0o711)
      if (canEnter(user, join(home, 'data'))) return home
    } catch {
      continue
    }
  }
  throw new Error(
    `The user ${user.name}, under whom PostgreSQL runs when root starts it, can reach none of: ${tried.join(', ')}. ` +
      'Clone to a folder that every user may enter (such as /opt), or start as an ordinary user.',
  )
}

function copyBinaries({ from, to }) {
  if (existsSync(to)) return to
  const unfinished = `${to}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  openForReading(unfinished)
  try {
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(to)) throw error // else another process was quicker
  }
  return to
}

function openForReading(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openForReading(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
