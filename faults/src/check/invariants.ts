import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testKeys } from '@court/testkit/context'
import { openCase } from '@court/usecases/case/open-case'
import { integrityOf } from '@court/usecases/case/show-case'
import { sealAudit } from '@court/usecases/audit-log/seal-audit'
import { messageIdOf } from '@court/usecases/notices/deliver-notice'
import type { Ground } from '../ground/ground.ts'
import type { History } from '../load/history.ts'
import { tenantsSeen } from './tenants.ts'

export type Check = { id: string; title: string; checked: number; faults: string[]; lost: number; doubled: number }

const system = { kind: 'system', job: 'faults' } as const

/** The ten invariants, from the database, the files, what the providers received and what clients were told. */
export async function checkInvariants(ground: Ground, history: History): Promise<Check[]> {
  return [
    await receiptsStand(ground, history),
    await noFilingWithoutReceipt(ground),
    await nothingOwedForEver(ground),
    await clocksOnce(ground),
    await messagesOnce(ground),
    ...(await walkDockets(ground)),
    await directoriesAgree(ground),
    await tenantsSeen(ground),
    await attendanceClosed(ground),
    await logsNameNobody(ground),
  ]
}

const check = (
  id: string,
  title: string,
  checked: number,
  faults: string[],
  { lost = 0, doubled = 0 }: { lost?: number; doubled?: number } = {},
): Check => ({ id, title, checked, faults: faults.slice(0, 10), lost, doubled })

async function receiptsStand({ town }: Ground, history: History): Promise<Check> {
  const { client } = town.all
  const faults: string[] = history.contradictions.map((draft) => `draft ${draft} gave two different receipts`)
  let [lost, doubled] = [0, history.contradictions.length]
  const cases = await client.case.findMany({
    select: {
      id: true,
      courtId: true,
      receiptNumber: true,
      receipts: { where: { kind: 'filing' } },
      entries: { where: { seq: 1 } },
    },
  })
  const byId = new Map(cases.map((row) => [row.id, row]))
  for (const { caseId, number } of history.receipts) {
    const row = byId.get(caseId)
    const ofCase = row?.receipts.filter((receipt) => receipt.number === number) ?? []
    if (ofCase.length === 1 && row?.receiptNumber === number && row.entries.length === 1) continue
    if (ofCase.length > 1) doubled += 1
    else lost += 1
    faults.push(`receipt ${number}: ${ofCase.length} rows, ${row?.entries.length ?? 0} first entries`)
  }
  const drafts = await client.draft.findMany({
    where: { submittedCaseId: { not: null } },
    select: { id: true, submittedCaseId: true },
  })
  const caseOf = new Map(drafts.map(({ id, submittedCaseId }) => [id, submittedCaseId]))
  if (new Set(caseOf.values()).size !== drafts.length || drafts.length !== cases.length) {
    doubled += Math.abs(cases.length - drafts.length)
    faults.push(`${drafts.length} drafts were handed in and ${cases.length} cases stand`)
  }
  for (const { draft, ruleId } of history.refused) {
    faults.push(`draft ${draft.draftId} had nothing wrong with it and was refused: ${ruleId}`)
    if (caseOf.has(draft.draftId)) faults.push(`draft ${draft.draftId} was refused and stands`)
  }
  // What people handed in is there byte by byte.
  const files = await client.materialFile.findMany({
    distinct: ['courtId', 'blobSha256'],
    select: { courtId: true, blobSha256: true },
  })
  for (const { courtId, blobSha256: key } of files) {
    const found = await town.ports.storage.verify({ courtId, key })
    if (found === 'intact') continue
    lost += 1
    faults.push(`file ${key.slice(0, 12)} is ${found}`)
  }
  return check(
    'I1',
    'each receipt: one case, one first entry, files with their hash',
    history.receipts.length + files.length,
    faults,
    { lost, doubled },
  )
}

async function noFilingWithoutReceipt({ town }: Ground): Promise<Check> {
  const rows = await town.all.client.$queryRaw<{ id: string }[]>`
    select c.id::text from court_case c where not exists (
      select 1 from receipt r where r.court_id = c.court_id and r.case_id = c.id and r.kind = 'filing')`
  const count = await town.all.client.case.count()
  return check(
    'I2',
    'no filing without a receipt',
    count,
    rows.map(({ id }) => `case ${id}`),
    { lost: rows.length },
  )
}

async function nothingOwedForEver({ town }: Ground): Promise<Check> {
  const rows = await town.all.client.outbox.groupBy({
    by: ['kind', 'doneAt', 'deadAt'],
    where: { doneAt: null },
    _count: true,
  })
  const open = await town.all.client.outbox.count({ where: { doneAt: null, deadAt: null } })
  const total = await town.all.client.outbox.count()
  const faults = open === 0 ? [] : [`${open} owed: ${JSON.stringify(rows.slice(0, 3))}`]
  return check('I3', 'everything owed is done or a dead letter', total, faults, { lost: open })
}

async function clocksOnce({ town }: Ground): Promise<Check> {
  const rows = await town.all.client.$queryRaw<{ key: string; what: string }[]>`
    select key, 'ended before its day' as what from clock where expiry_handled_at < due_at
    union all
    select key, 'ended and not handled' from clock
      where status in ('running', 'expired') and expiry_handled_at is null and due_at < now() - interval '60 seconds'
    union all
    select min(subject_id), 'ended twice' from audit where action = 'clock-expired' group by court_id, subject_id, data having count(*) > 1`
  const count = await town.all.client.clock.count()
  const doubled = rows.filter(({ what }) => what === 'ended twice').length
  return check(
    'I4',
    'each deadline ends once, never early, at most 60 s late',
    count,
    rows.map(({ key, what }) => `${key}: ${what}`),
    { doubled },
  )
}

async function messagesOnce({ town, providers }: Ground): Promise<Check> {
  const faults: string[] = []
  let [lost, doubled] = [0, 0]
  for (const [id, times] of providers.arrivals)
    if (times > 1) {
      doubled += times - 1
      faults.push(`${id} arrived ${times} times`)
    }
  const rows = await town.all.client.delivery.findMany({
    where: { channel: { in: ['sms', 'mail'] } },
    select: { id: true, state: true },
  })
  for (const { id, state } of rows) {
    const hasArrived = providers.arrivals.has(messageIdOf(id))
    // `unknown` and `failed` are answers too: a person sees them.
    if (state === 'queued' || ((state === 'sent' || state === 'delivered') && !hasArrived)) {
      lost += 1
      faults.push(`delivery ${id} is ${state} and ${hasArrived ? 'arrived' : 'did not arrive'}`)
    }
  }
  return check('I5', 'one message per event, recipient and channel, or a stored "unknown"', rows.length, faults, {
    lost,
    doubled,
  })
}

/** I6 and I9 in one walk over all cases: the chain is whole, and the case stands where it leads. */
async function walkDockets({ town }: Ground): Promise<Check[]> {
  const [broken, astray]: [string[], string[]] = [[], []]
  let [walked, sealed] = [0, 0]
  for (const court of town.courts) {
    const cases = await town.all.client.case.findMany({ where: { courtId: court.id }, select: { id: true } })
    for (const { id: caseId } of cases) {
      const open = await town.db.withCourt({ courtId: court.id, actor: system }, (tx) =>
        openCase(tx, town.as(system), { courtId: court.id, caseId }),
      )
      walked += 1
      if (!open.ok || !integrityOf(open.value).isWhole) broken.push(`the docket of ${caseId} is broken`)
      if (!open.ok) continue
      const { state, row, entries } = open.value
      if (state.state !== row.state)
        astray.push(`case ${caseId} stands at ${row.state}, its docket says ${state.state}`)
      if (row.headSeq !== entries.length) astray.push(`the head of ${caseId} is ${row.headSeq} of ${entries.length}`)
    }
  }
  // The first run seals what was added, the second looks at what was sealed.
  for (const run of ['first', 'second']) {
    const audits = await sealAudit(town.as(system), { settleSeconds: 0 })
    sealed += audits.rows
    if (audits.broken > 0) broken.push(`${audits.broken} audits are broken at the ${run} look`)
  }
  return [
    check('I6', 'dockets and audits are unbroken chains', walked + sealed, broken, { lost: broken.length }),
    check('I9', 'each case stands where its docket leads', walked, astray),
  ]
}

async function directoriesAgree({ town }: Ground): Promise<Check> {
  const rows = await town.all.client.$queryRaw<{ what: string }[]>`
    select 'case ' || cp.case_id || ' misses in the directory of ' || cp.person_id as what from case_person cp
      where cp.to_at is null and not exists (
        select 1 from person_case pc where pc.person_id = cp.person_id and pc.court_id = cp.court_id and pc.case_id = cp.case_id)
    union all
    select 'the directory names the absent case ' || pc.case_id from person_case pc
      where not exists (select 1 from court_case c where c.court_id = pc.court_id and c.id = pc.case_id)
    union all
    select 'court ' || n.court_id || ' gave ' || n.given || ' numbers to ' || count(c.number) || ' cases' from (
        select court_id, sum(value) as given from case_counter where key like 'case-number:%' group by court_id) n
      left join court_case c on c.court_id = n.court_id and c.number is not null
      group by n.court_id, n.given having n.given <> count(c.number)
    union all
    select 'receipt ' || r.number || ' misses in the national directory' from receipt r
      where not exists (select 1 from receipt_directory d where d.number = r.number)`
  const count = await town.all.client.personCase.count()
  return check(
    'I7',
    'the nation’s directories and numbers agree with the courts',
    count,
    rows.map(({ what }) => what),
    { lost: rows.length },
  )
}

async function attendanceClosed({ town }: Ground): Promise<Check> {
  const { client } = town.all
  const [table] = await client.$queryRaw<
    { exists: boolean }[]
  >`select to_regclass('hearing_attendance') is not null as exists`
  if (!table?.exists) return check('I10', 'hearings: whoever joined has left', 0, [])
  const rows = await client.$queryRaw<{ id: string; isOpen: boolean }[]>`
    select a.seat_id::text as id, a.left_at is null as "isOpen" from hearing_attendance a
      join hearing h on h.court_id = a.court_id and h.id = a.hearing_id where h.closed_at is not null`
  const open = rows.filter(({ isOpen }) => isOpen).map(({ id }) => `attendance ${id} has no end`)
  return check('I10', 'hearings: whoever joined has left', rows.length, open)
}

/** Everything the run's processes wrote: ids, codes and counts, and nothing of the people it was about. */
async function logsNameNobody({ town, folder }: Ground): Promise<Check> {
  const people = await town.all.client.person.findMany({
    select: { phoneCipher: true, legalName: true, idCipher: true },
  })
  const parties = await town.all.client.party.findMany({ distinct: ['name'], select: { name: true } })
  const words = new Set([...people.map(({ legalName }) => legalName ?? ''), ...parties.map(({ name }) => name)])
  for (const { phoneCipher, idCipher } of people) {
    if (phoneCipher) words.add(testKeys.open('person.phone', phoneCipher).replace(/^\+86/, ''))
    if (idCipher) words.add(testKeys.open('person.identity-number', idCipher))
  }
  const wanted = [...words].filter((word) => word.length > 1)
  const faults: string[] = []
  let lines = 0
  for (const name of ['web.log', 'worker.log']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '')
    lines += text.split('\n').length
    for (const word of wanted)
      if (text.includes(word)) faults.push(`${name} holds personal data (${word.length} characters of one)`)
  }
  return check('L1', 'logs name nobody', lines, faults)
}
