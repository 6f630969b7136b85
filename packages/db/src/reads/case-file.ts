import { Prisma } from '../generated/client.ts'
import type {
  Answer,
  Blob,
  Case,
  CasePerson,
  Claim,
  CommittedValue,
  Delivery,
  EServiceConsent,
  FeeNotice,
  FeePayment,
  Material,
  MaterialFile,
  Notice,
  OnlineConsent,
  Party,
  Question as QuestionRow,
  Representation,
  Task,
} from '../generated/client.ts'
import { question, type Answers, type Questions } from '../question.ts'
import { courtWithCodes } from './court-with-codes.ts'

type Staff = { id: string; name: string; title: string | null }
type CaseRow = Case & { judge: Staff | null; clerk: Staff | null; unit: { nameZh: string; nameEn: string } | null }
type FileRow = MaterialFile & { blob: Pick<Blob, 'mime' | 'sizeBytes' | 'pages' | 'thumbnailKey'> }

type Wanted = {
  courtId: string
  caseId: string
  /** A person is shown what it was told itself; staff what everybody was told, and how it arrived. */
  personId: string | null
}

export type CaseFile = Answers<ReturnType<typeof caseFile>>

/** Everything that the page of a case is made of, as far as whoever asks may see it; to be asked at once. */
export function caseFile({ courtId, caseId, personId }: Wanted) {
  const ofCase = (alias: string) =>
    Prisma.sql`${Prisma.raw(alias)}.court_id = ${courtId}::uuid and ${Prisma.raw(alias)}.case_id = ${caseId}::uuid`
  return {
    court: courtWithCodes(courtId),
    rows: question<CaseRow>(Prisma.sql`
      select ${columnsOf(Prisma.CaseScalarFieldEnum, 'c')}, ${staffOf('j')} as judge, ${staffOf('k')} as clerk,
        case when u.id is not null then jsonb_build_object('nameZh', u.name_zh, 'nameEn', u.name_en) end as unit
      from court_case c left join staff_member j on j.court_id = c.court_id and j.id = c.judge_id
        left join staff_member k on k.court_id = c.court_id and k.id = c.clerk_id
        left join unit u on u.court_id = c.court_id and u.id = c.unit_id
      where c.court_id = ${courtId}::uuid and c.id = ${caseId}::uuid`),
    entries: question<{ body: unknown }>(
      Prisma.sql`select e.body from docket_entry e where ${ofCase('e')} order by e.seq`,
    ),
    /** Everybody of the staff who ever stood in this docket, and its judge. */
    staff: question<{ id: string; name: string }>(Prisma.sql`
      select s.id, s.name from staff_member s where s.court_id = ${courtId}::uuid and s.id in (
        select e.actor_id::uuid from docket_entry e where ${ofCase('e')} and e.actor_kind = 'staff'
        union select c.judge_id from court_case c where c.court_id = ${courtId}::uuid and c.id = ${caseId}::uuid)`),
    parties: question<Party>(Prisma.sql`
      select ${columnsOf(Prisma.PartyScalarFieldEnum, 'p')} from party p where ${ofCase('p')} order by p.side desc, p.position`),
    representations: question<Representation>(Prisma.sql`
      select ${columnsOf(Prisma.RepresentationScalarFieldEnum, 'r')} from representation r where ${ofCase('r')} order by r.id`),
    standing: question<CasePerson>(Prisma.sql`
      select ${columnsOf(Prisma.CasePersonScalarFieldEnum, 'p')} from case_person p where ${ofCase('p')} and p.to_at is null`),
    claims: question<Claim>(Prisma.sql`
      select ${columnsOf(Prisma.ClaimScalarFieldEnum, 'c')} from claim c where ${ofCase('c')} order by c.position`),
    materials: question<Material>(Prisma.sql`
      select ${columnsOf(Prisma.MaterialScalarFieldEnum, 'm')} from material m where ${ofCase('m')} order by m.position, m.submitted_at`),
    files: question<FileRow>(Prisma.sql`
      select ${columnsOf(Prisma.MaterialFileScalarFieldEnum, 'f')}, jsonb_build_object('mime', b.mime, 'sizeBytes', b.size_bytes,
        'pages', b.pages, 'thumbnailKey', b.thumbnail_key) as blob
      from material_file f join blob b on b.court_id = f.court_id and b.sha256 = f.blob_sha256 where ${ofCase('f')} order by f.position`),
    tasks: question<Task>(Prisma.sql`
      select ${columnsOf(Prisma.TaskScalarFieldEnum, 't')} from task t where ${ofCase('t')} and t.status = 'open'
      order by t.due nulls last, t.id`),
    fees: question<FeeNotice>(Prisma.sql`
      select ${columnsOf(Prisma.FeeNoticeScalarFieldEnum, 'f')} from fee_notice f where ${ofCase('f')} order by f.issued_at`),
    payments: question<FeePayment>(Prisma.sql`
      select ${columnsOf(Prisma.FeePaymentScalarFieldEnum, 'f')} from fee_payment f where ${ofCase('f')} order by f.paid_on`),
    questions: question<QuestionRow>(Prisma.sql`
      select ${columnsOf(Prisma.QuestionScalarFieldEnum, 'q')} from question q where ${ofCase('q')} order by q.asked_at`),
    answers: question<Answer>(Prisma.sql`
      select ${columnsOf(Prisma.AnswerScalarFieldEnum, 'a')} from answer a where ${ofCase('a')} order by a.answered_at`),
    notices: question<Notice>(Prisma.sql`
      select ${columnsOf(Prisma.NoticeScalarFieldEnum, 'n')} from notice n where ${ofCase('n')}
        ${personId === null ? Prisma.empty : Prisma.sql`and n.person_id = ${personId}::uuid`}
      order by n.created_at desc limit 100`),
    deliveries: personId === null ? deliveriesOf(ofCase('d')) : noDeliveries,
    onlineConsents: question<OnlineConsent>(Prisma.sql`
      select ${columnsOf(Prisma.OnlineConsentScalarFieldEnum, 'o')} from online_consent o where ${ofCase('o')} order by o.at`),
    eServiceConsents: question<EServiceConsent>(Prisma.sql`
      select ${columnsOf(Prisma.EServiceConsentScalarFieldEnum, 'o')} from e_service_consent o where ${ofCase('o')}`),
    grounds: question<CommittedValue>(Prisma.sql`
      select ${columnsOf(Prisma.CommittedValueScalarFieldEnum, 'v')} from committed_value v where ${ofCase('v')} and v.key = 'grounds'
      order by v.entry_seq desc limit 1`),
  } satisfies Questions
}

const deliveriesOf = (ofCase: Prisma.Sql) =>
  question<Delivery>(Prisma.sql`
    select ${columnsOf(Prisma.DeliveryScalarFieldEnum, 'd')} from delivery d where ${ofCase} order by d.channel`)
// The role of the public may not read deliveries at all.
const noDeliveries = question<Delivery>(Prisma.sql`select where false`)

const staffOf = (alias: string) =>
  Prisma.raw(
    `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'title', ${alias}.title) end`,
  )

/** All columns of a model under the names that the model gives them. */
function columnsOf(fields: Record<string, string>, alias: string): Prisma.Sql {
  const columns = Object.keys(fields).map((field) => {
    const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return `${alias}.${column} as "${field}"`
  })
  return Prisma.raw(columns.join(', '))
}
