import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { stopLeftOver } from '../postgres.mjs'
import { placeFileOf } from './database.mjs'

// Throws away the data of this clone: .data, and PostgreSQL's folder where it stands outside.
export async function beginAnew(dataDir) {
  const file = placeFileOf(dataDir)
  const data = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).data : join(dataDir, 'postgres')
  await stopLeftOver(data)
  if (isOurs(data, dataDir)) rmSync(data, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

// The file could be edited; nothing else is ever deleted.
function isOurs(data, dataDir) {
  const isInside = resolve(data).startsWith(`${resolve(dataDir)}/`)
  return isInside || basename(dirname(data)).startsWith('tongheng-')
}
