import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../peers')

/** Servers to compare with weigh more than the platform itself, so they are brought when they are first needed, by their lock file. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  if (existsSync(join(folder, 'node_modules'))) return
  say('npm ci in bench/peers')
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  })
  const code = await new Promise((resolve, reject) => npm.once('exit', resolve).once('error', reject))
  if (code !== 0) throw new Error('npm ci in bench/peers failed: without it there is nothing to compare with')
}
