import type { Tx } from '@court/db/database'
import type { Recipient, ToldDue } from '@court/procedure/docket/told'
import type { Book } from '../case/record/book.ts'
import { whoStands, type Standing } from '../case/record/save-people.ts'
import type { UseCaseContext } from '../context.ts'
import { owe } from '../owe.ts'
import type { Words } from '../refusal.ts'
import { fillWords, withoutLink, type Values } from './fill-words.ts'

type Telling = {
  tells: readonly ToldDue[]
  /** Makes telling the same twice impossible: the act, or the clock and its date. */
  occasion: string
  /** Who stands in the case, when that is known already. */
  standing?: readonly Standing[]
}

type Addressee = { kind: 'person' | 'staff'; id: string }

/** One notice per person told and occasion, with one delivery per channel that the person can be reached on. Returns how many. */
export async function writeNotices(tx: Tx, ctx: UseCaseContext, book: Book, telling: Telling): Promise<number> {
  if (telling.tells.length === 0) return 0
  const standing = telling.standing ?? (await standingOf(tx, book))
  const general = await generalValues(tx, book)
  const rows = new Map<string, Row>()
  for (const tell of telling.tells)
    for (const addressee of await addresseesOf(tx, book, tell.to, standing)) {
      const dedupeKey = `${book.caseId}:${telling.occasion}:${tell.notice}:${addressee.id}`
      if (!rows.has(dedupeKey)) rows.set(dedupeKey, rowOf(ctx, book, { tell, addressee, dedupeKey, general }))
    }
  if (ctx.actor.kind === 'system') await leaveOutTold(tx, book, rows)
  if (rows.size === 0) return 0
  const told = [...rows.values()]
  await tx.notice.createMany({ data: told.map(({ notice }) => notice) })
  await writeDeliveries(tx, ctx, book, told)
  return told.length
}

type Row = ReturnType<typeof rowOf>

function rowOf(
  ctx: UseCaseContext,
  book: Book,
  { tell, addressee, dedupeKey, general }: { tell: ToldDue; addressee: Addressee; dedupeKey: string; general: Values },
) {
  const rule = book.code.notices[tell.notice]
  const values = { ...general, ...tell.values }
  const isPerson = addressee.kind === 'person'
  return {
    channels: tell.channels,
    addressee,
    notice: {
      courtId: book.court.courtId,
      id: ctx.newId(),
      caseId: book.caseId,
      kind: tell.notice,
      recipientKind: addressee.kind,
      personId: isPerson ? addressee.id : null,
      staffId: isPerson ? null : addressee.id,
      title: fillWords(rule?.subject ?? plain, values),
      body: fillWords(withoutLink(rule?.body ?? plain), values),
      link: linkOf(book, addressee.kind),
      entrySeq: book.written.at(-1)?.seq ?? null,
      dedupeKey,
      createdAt: book.now,
    },
  }
}

/** A repeated job tells nobody twice. */
async function leaveOutTold(tx: Tx, { court }: Book, rows: Map<string, Row>): Promise<void> {
  const told = await tx.notice.findMany({
    where: { courtId: court.courtId, dedupeKey: { in: [...rows.keys()] } },
    select: { dedupeKey: true },
  })
  for (const { dedupeKey } of told) rows.delete(dedupeKey)
}

async function writeDeliveries(tx: Tx, ctx: UseCaseContext, book: Book, told: readonly Row[]): Promise<void> {
  const { courtId } = book.court
  const reach = await reachOf(tx, told)
  const deliveries = told.flatMap(({ notice, addressee, channels }) =>
    channels
      .filter((channel) => channel === 'app' || reach.get(addressee.id)?.has(channel))
      .map((channel) => ({
        courtId,
        id: ctx.newId(),
        noticeId: notice.id,
        caseId: book.caseId,
        channel,
        recipientKind: addressee.kind,
        recipientId: addressee.id,
        // In the app it is there with this very transaction.
        state: channel === 'app' ? 'delivered' : 'queued',
        queuedAt: book.now,
        sentAt: channel === 'app' ? book.now : null,
        deliveredAt: channel === 'app' ? book.now : null,
      })),
  )
  if (deliveries.length > 0) await tx.delivery.createMany({ data: deliveries })
  for (const { id, channel } of deliveries)
    if (channel !== 'app')
      await owe(tx, ctx, { courtId, caseId: book.caseId, job: 'deliver-notice', payload: { courtId, deliveryId: id } })
}

/** Over which channels each person can be reached. Staff are told in the app. */
async function reachOf(tx: Tx, told: readonly Row[]): Promise<Map<string, Set<string>>> {
  const ids = told.flatMap(({ addressee }) => (addressee.kind === 'person' ? [addressee.id] : []))
  if (ids.length === 0) return new Map()
  const people = await tx.person.findMany({
    where: { id: { in: ids }, status: 'active' },
    select: { id: true, phoneCipher: true, emailCipher: true },
  })
  return new Map(
    people.map(({ id, phoneCipher, emailCipher }) => [
      id,
      new Set([...(phoneCipher ? ['sms'] : []), ...(emailCipher ? ['mail'] : [])]),
    ]),
  )
}

async function addresseesOf(tx: Tx, book: Book, to: Recipient, standing: readonly Standing[]): Promise<Addressee[]> {
  if (to.kind === 'party')
    return standing
      .filter(({ partyId, role }) => partyId === to.partyId || (partyId === undefined && role === to.role))
      .map(({ personId }) => ({ kind: 'person', id: personId }))
  if (to.role === 'judge' && book.state.judge !== null) return [{ kind: 'staff', id: book.state.judge }]
  const staff = await tx.staffMember.findMany({
    where: { courtId: book.court.courtId, isActive: true, roles: { has: to.role } },
    select: { id: true },
  })
  return staff.map(({ id }) => ({ kind: 'staff', id }))
}

async function standingOf(tx: Tx, book: Book): Promise<Standing[]> {
  const ids = { courtId: book.court.courtId, caseId: book.caseId }
  return whoStands(
    tx,
    book,
    await tx.personCase.findMany({ where: { ...ids, toAt: null }, select: { personId: true, role: true } }),
  )
}

/** What the engine does not know of the placeholders: names. */
async function generalValues(tx: Tx, { court, caseId, state, next }: Book): Promise<Values> {
  const row = await tx.case.findUniqueOrThrow({
    where: { courtId_id: { courtId: court.courtId, id: caseId } },
    select: { causeTitle: true, title: true },
  })
  const judge =
    state.judge === null
      ? null
      : await tx.staffMember.findUnique({
          where: { courtId_id: { courtId: court.courtId, id: state.judge } },
          select: { name: true },
        })
  return {
    court: court.name,
    cause: same(row.causeTitle ?? row.title),
    ...(judge ? { judge: same(judge.name) } : {}),
    ...(next?.due ? { due: same(next.due) } : {}),
  }
}

const same = (text: string): Words => ({ zh: text, en: text })
const plain: Words = { zh: '您的案件有新的记录。', en: 'There is a new entry in your case.' }

/** A notice of a hearing leads to its door, any other to the case. */
function linkOf(book: Book, kind: 'person' | 'staff'): string {
  const hearing = book.written.find(({ data }) => typeof data['hearing'] === 'string')?.data['hearing']
  return typeof hearing === 'string' ? `${casePath(book, kind)}/hearings/${hearing}` : casePath(book, kind)
}

/** Where a notice leads: the case page of a person, the desk of a member of staff. */
export const casePath = ({ court, caseId }: Pick<Book, 'court' | 'caseId'>, kind: 'person' | 'staff'): string =>
  kind === 'person' ? `/my/${court.slug}/${caseId}` : `/desk/cases/${caseId}`
