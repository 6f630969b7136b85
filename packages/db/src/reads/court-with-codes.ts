import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'

type Validity = { validFrom: string; validTo: string | null }

export type CourtWithCodes = {
  id: string
  slug: string
  level: string
  nameZh: string
  nameEn: string
  zone: string
  status: string
  /** Codes in case numbers, of all times. */
  codes: ({ code: string } & Validity)[]
  /** The published contents that its assignments mean, of all times, by hash. */
  packs: ({ hash: string } & Validity)[]
}

/** A court with all that says which law it works under on a day. */
export const courtWithCodes = (courtId: string): Question<CourtWithCodes> =>
  question(Prisma.sql`
    select c.id, c.slug, c.level, c.name_zh as "nameZh", c.name_en as "nameEn", c.zone, c.status,
      (select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'validFrom', k.valid_from, 'validTo', k.valid_to)), '[]')
        from court_code k where k.court_id = c.id) as codes,
      (select coalesce(jsonb_agg(jsonb_build_object('hash', p.hash, 'validFrom', a.valid_from, 'validTo', a.valid_to) order by p.hash), '[]')
        from court_code_assignment a join code_pack p on p.pack_id = a.pack_id and (a.pack_hash is null or a.pack_hash = p.hash)
        where a.court_id = c.id) as packs
    from court c where c.id = ${courtId}::uuid`)
