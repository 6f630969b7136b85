import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openNation, type Nation } from '../nation/open-nation.ts'
import { withClient } from '../postgres/addresses.ts'

/** Where a session of the bench is: what `hearings.join` is asked with. */
export type HearingPlace = { courtSlug: string; caseId: string; hearingId: string; court: number }

/** A country with a session in each court that has a case to hear, its door open. */
export async function openHearings(
  cases: number,
  say: (line: string) => void,
): Promise<{ nation: Nation; places: HearingPlace[] }> {
  const nation = await openNation(cases, say)
  try {
    const sql = readFileSync(join(import.meta.dirname, 'hearings.sql'), 'utf8')
    const places = await withClient(nation.url, async (client) => {
      await client.query(sql.replaceAll(':courts', String(nation.courts)))
      const { rows } = await client.query<HearingPlace>(
        `select co.slug as "courtSlug", h.case_id as "caseId", h.id as "hearingId", k as court
         from generate_series(1, ${nation.courts}) k join hearing h on h.id = bench.id(60, k) join court co on co.id = h.court_id`,
      )
      return rows
    })
    return { nation, places }
  } catch (error) {
    await nation.close()
    throw error
  }
}
