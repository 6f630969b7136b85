import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './options.mjs'

const skipped = new Set([
  'node_modules',
  '.next',
  '.turbo',
  '.git',
  '.data',
  'generated',
  'test-results',
  'next-env.d.ts',
])
const isTest = (name) => /\.(test|bench)\.[cm]?tsx?$|\.tsbuildinfo$|\.md$/.test(name)

// One hash over the content of files and folders (paths from the root); tests and made files do not count.
export function hashSources(paths, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const path of paths) addTo(hash, join(root, path))
  return hash.digest('hex')
}

function addTo(hash, path) {
  if (!existsSync(path)) return
  const entries = readEntries(path)
  if (!entries) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
    return
  }
  for (const name of entries) if (!skipped.has(name) && !isTest(name)) addTo(hash, join(path, name))
}

function readEntries(path) {
  try {
    return readdirSync(path).sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

// A stamp stands beside what was made, so that both go together.
export function isCurrent(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

export function writeStamp(stamp, hash) {
  writeFileSync(stamp, hash)
}
