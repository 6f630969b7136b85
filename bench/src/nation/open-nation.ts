import { withClient } from '../postgres/addresses.ts'
import { filledDatabase } from '../postgres/databases.ts'
import { startServer } from '../postgres/server.ts'
import { fillNation, nationVersion } from './fill-nation.ts'

export type Nation = { url: string; courts: number; cases: number; serverUrl: string; close(): Promise<void> }

/** The database of a country with so many cases, with its staff signed in a moment ago. */
export async function openNation(cases: number, say: (line: string) => void): Promise<Nation> {
  const courts = Math.min(3500, Math.max(20, Math.round(cases / 285)))
  const server = await startServer()
  try {
    const url = await filledDatabase({
      serverUrl: server.url,
      content: `nation${nationVersion}_${cases}`,
      fill: (empty) => fillNation(empty, { courts, cases }, say),
      say,
    })
    await withClient(url, (client) => client.query(`update session set last_seen_at = now(), verified_at = now()`))
    return { url, courts, cases, serverUrl: server.url, close: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}
