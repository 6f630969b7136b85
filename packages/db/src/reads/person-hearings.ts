import type { Tx } from '../database.ts'

export type PersonHearingRow = {
  hearingId: string
  caseId: string
  courtSlug: string
  courtNameZh: string
  courtNameEn: string
  zone: string
  startsAt: Date
  line: unknown
}

/** The hearings of a person over all courts that begin after an instant, next first; from the directory alone. */
export function listPersonHearings(
  tx: Tx,
  { personId, after, limit }: { personId: string; after: Date; limit: number },
): Promise<PersonHearingRow[]> {
  return tx.$queryRaw<PersonHearingRow[]>`
    select p.hearing_id as "hearingId", p.case_id as "caseId", k.slug as "courtSlug", k.name_zh as "courtNameZh", k.name_en as "courtNameEn",
      k.zone, p.starts_at as "startsAt", p.line
    from person_hearing p join court k on k.id = p.court_id
    where p.person_id = ${personId}::uuid and p.starts_at > ${after} order by p.starts_at, p.hearing_id limit ${limit}`
}
