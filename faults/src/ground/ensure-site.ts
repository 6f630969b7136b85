import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, generateClient, needsBuild } from '../../../scripts/start/build.mjs'

const logsDir = join(import.meta.dirname, '../../../test-results')

/** The production build of the site that is broken on purpose; made when the sources changed. */
export async function ensureSite(say: (line: string) => void): Promise<void> {
  mkdirSync(logsDir, { recursive: true })
  await generateClient({ logsDir })
  if (!needsBuild('web')) return
  say('building the site')
  await build({ app: 'web', logsDir })
}
