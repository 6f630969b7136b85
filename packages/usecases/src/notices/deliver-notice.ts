import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import type { SendResult } from '../ports/sending.ts'
import type { Words } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'

type Due = {
  deliveryId: string
  channel: 'mail' | 'sms'
  to: string
  isEnglish: boolean
  title: string
  body: string
  link: string | null
}

type Delivering = {
  courtId: string
  deliveryId: string
  /** Where the site of the courts lives, for the address in the message. */
  siteUrl: string
}

/**
 * The job `deliver-notice`: one notice to one person over one channel. What was sent or refused is sent no more. An SMS gateway drops
 * doubles by the delivery's id, which is the same on every attempt; a mail server does not, so a mail is noted as `unknown` before its body
 * leaves, and whoever finds it so later, after a crash or a silence, does not send it again but calls a person. `unavailable` is for the
 * caller to repeat.
 */
export async function deliverNotice(
  ctx: UseCaseContext,
  { courtId, deliveryId, siteUrl }: Delivering,
): Promise<SendResult | { outcome: 'not-needed' }> {
  const due = await ctx.db.withCourt({ courtId, actor: ctx.actor }, (tx) => readDue(tx, ctx, { courtId, deliveryId }))
  if (due === 'not-needed') return { outcome: 'not-needed' }
  if (due === 'lost-track') return loseTrack(ctx, { courtId, deliveryId })
  const sent: SendResult =
    due === 'unreachable'
      ? { outcome: 'refused', detail: 'the person has no address for this channel' }
      : await send(ctx, due, siteUrl, () => noteHandOver(ctx, { courtId, deliveryId }))
  await ctx.db.withCourt({ courtId, actor: ctx.actor }, (tx) => saveOutcome(tx, ctx, { courtId, deliveryId, sent }))
  return sent.outcome === 'unknown' ? loseTrack(ctx, { courtId, deliveryId }) : sent
}

/** The id that the provider gives back in its reports. */
export const messageIdOf = (deliveryId: string): string => `delivery-${deliveryId}`

async function readDue(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, deliveryId }: { courtId: string; deliveryId: string },
): Promise<Due | 'not-needed' | 'unreachable' | 'lost-track'> {
  const row = await tx.delivery.findUnique({
    where: { courtId_id: { courtId, id: deliveryId } },
    include: { notice: true },
  })
  if (!row || (row.state !== 'queued' && row.state !== 'unknown')) return 'not-needed'
  if (row.state === 'unknown' && row.channel === 'mail') return 'lost-track'
  if (row.recipientKind !== 'person' || (row.channel !== 'mail' && row.channel !== 'sms')) return 'not-needed'
  const person = await tx.person.findUnique({ where: { id: row.recipientId } })
  const sealed = row.channel === 'mail' ? person?.emailCipher : person?.phoneCipher
  if (!person || person.status !== 'active' || !sealed) return 'unreachable'
  const isEnglish = person.locale === 'en'
  const inLanguage = (words: Words) => (isEnglish ? words.en : words.zh)
  return {
    deliveryId,
    channel: row.channel,
    to: ctx.keys.open(row.channel === 'mail' ? 'person.email' : 'person.phone', sealed),
    isEnglish,
    title: inLanguage(wordsOf(row.notice.title)),
    body: inLanguage(wordsOf(row.notice.body)),
    link: row.notice.link,
  }
}

function send(ctx: UseCaseContext, due: Due, siteUrl: string, onHandOver: () => Promise<void>): Promise<SendResult> {
  const messageId = messageIdOf(due.deliveryId)
  const address = due.link === null ? '' : new URL(due.link, siteUrl).href
  const where = address === '' ? '' : due.isEnglish ? `See: ${address}` : `查看：${address}`
  if (due.channel === 'sms') {
    const sign = due.isEnglish ? '[Tongheng courts] ' : '【同衡法院】'
    return ctx.ports.sms.send({
      messageId,
      to: due.to,
      text: `${sign}${due.title}${due.isEnglish ? '. ' : '。'}${where}`,
    })
  }
  const foot = due.isEnglish
    ? 'This message is a notice and not service of process. Nobody from a court asks for codes or payments by mail.'
    : '本邮件为提示，不是送达。法院工作人员不会通过邮件索要验证码或要求转账。'
  const text = [due.body, where, foot].filter(Boolean).join('\n\n')
  return ctx.ports.mail.send({ messageId, to: due.to, subject: due.title, text }, { onHandOver })
}

type Place = { courtId: string; deliveryId: string }

async function noteHandOver(ctx: UseCaseContext, { courtId, deliveryId }: Place): Promise<void> {
  await ctx.db.withCourt({ courtId, actor: ctx.actor }, (tx) =>
    tx.delivery.updateMany({
      where: { courtId, id: deliveryId, state: 'queued' },
      data: { state: 'unknown', lastError: 'handed over without an answer yet', updatedAt: ctx.now() },
    }),
  )
}

function loseTrack(ctx: UseCaseContext, { courtId, deliveryId }: Place): { outcome: 'unknown'; detail: string } {
  ctx.ports.alarm.raise({ kind: 'delivery-unknown', facts: { courtId, deliveryId } })
  return { outcome: 'unknown', detail: 'the mail server may have taken it' }
}

/** A report may have come before the answer of the provider was saved: what is known to have arrived stays so. */
async function saveOutcome(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, deliveryId, sent }: { courtId: string; deliveryId: string; sent: SendResult },
): Promise<void> {
  const now = ctx.now()
  const common = { attempts: { increment: 1 }, updatedAt: now }
  const outcome = {
    accepted: {
      state: 'sent',
      sentAt: now,
      lastError: null,
      ...('providerId' in sent ? { providerId: sent.providerId } : {}),
    },
    refused: { state: 'failed', failedAt: now, lastError: detailOf(sent) },
    unavailable: { state: 'queued', lastError: detailOf(sent) },
    unknown: { state: 'unknown', lastError: detailOf(sent) },
  }[sent.outcome]
  await tx.delivery.updateMany({
    where: { courtId, id: deliveryId, state: { in: ['queued', 'unknown'] } },
    data: { ...common, ...outcome },
  })
}

const detailOf = (sent: SendResult): string | null => ('detail' in sent ? sent.detail.slice(0, 300) : null)
