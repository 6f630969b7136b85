import { audit } from '../audit.ts'
import { inCourt } from '../case/in-court.ts'
import { courtIdFor } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { spend } from '../rate-limit.ts'
import { accepted, notFound, refuse, type Refusal, type Result } from '../refusal.ts'
import { ownSeat, saveSeat } from './change-hearing.ts'
import { mayJoin, whatIsMissing } from './hearing-acts.ts'
import { roomOf, type HearingKey, type HearingPlace } from './hearing-types.ts'
import { mediaNow } from './media-now.ts'
import { openHearing, type OpenHearing } from './open-hearing.ts'

/** How long a key is good for entering, in seconds; who is inside stays. */
export const keySeconds = 300

/**
 * A key to the room for one seat, good for one entry: given to a party that the clerk let in and that takes part online, and to the judge and
 * the clerk on the roll. A new key makes the one before worthless. Nobody else gets one, in whatever state the page is.
 */
export async function joinHearing(ctx: UseCaseContext, place: HearingPlace): Promise<Result<HearingKey>> {
  const courtId = await courtIdFor(ctx, place.courtSlug)
  if (!courtId) return notFound()
  const media = await mediaNow(ctx)
  const done = await inCourt(ctx, courtId, async (tx) => {
    const open = await openHearing(tx, ctx, { ...place, courtId, lock: true })
    if (!open.ok) return open
    if (!mayJoin(open.value, ctx.now())) return shut(open.value, ctx.now())
    if (media.state !== 'ready') return noServer(media.state)
    const seat = ownSeat(open.value)
    const limit = { name: 'hearing-join.seat', subject: seat.id, max: 60, windowSeconds: 600 }
    const tooMany = await spend(tx, ctx, [limit])
    if (tooMany) return tooMany
    const ticket = ctx.newId()
    await saveSeat(tx, seat, { ticket, ticketIssuedAt: ctx.now(), ticketUsedAt: null })
    await audit(tx, ctx, {
      action: 'hearing-key-given',
      courtId,
      caseId: place.caseId,
      subject: { kind: 'hearing-seat', id: seat.id },
      data: { hearing: place.hearingId, ticket },
    })
    return accepted({ seat, ticket, seats: open.value.seats.length })
  })
  if (!done.ok || media.state !== 'ready') return done.ok ? noServer('unreachable') : done
  const { seat, ticket, seats } = done.value
  const room = roomOf(courtId, place.hearingId)
  try {
    await ctx.ports.media.openRoom({ room, emptySeconds: 3600, participantsMax: 2 * seats + 4 })
    const token = await ctx.ports.media.issueToken({
      room,
      identity: seat.id,
      ticket,
      seconds: keySeconds,
      maySpeak: seat.maySpeak,
    })
    const expiresAt = new Date(ctx.now().getTime() + keySeconds * 1000)
    return accepted({ address: media.address, token, expiresAt, seatId: seat.id })
  } catch {
    return noServer('unreachable')
  }
}

function shut(open: OpenHearing, now: Date): Refusal {
  const before = (open.mine && whatIsMissing(open, now)) ?? 'no-seat'
  const reason = shutWords[before]
  return refuse({ ruleId: `hearing.join.${before}`, reason, facts: { doorOpensAt: open.doorOpensAt.toISOString() } })
}

const shutWords = {
  'no-seat': {
    zh: '您不在本次询问的参加人名单上，不能进入。',
    en: 'You are not on the roll of this hearing and cannot enter.',
  },
  'choose-mode': {
    zh: '您还没有同意在线参加；请先选择参加方式。没有同意的，请到法庭参加。',
    en: 'You have not agreed to take part online. Choose first; without your consent, come to the courtroom.',
  },
  'in-court': {
    zh: '您到法庭参加本次询问，不能在线进入。',
    en: 'You take part in the courtroom and cannot enter online.',
  },
  'test-devices': { zh: '请先测试摄像头、麦克风和扬声器。', en: 'Test camera, microphone and speaker first.' },
  'confirm-duties': {
    zh: '请先阅读并确认法庭纪律和权利义务。',
    en: 'Read and confirm the rules, rights and duties first.',
  },
  wait: {
    zh: '请在候审室等候，书记员核对身份后准许您进入。',
    en: 'Wait in the waiting room: the clerk checks who you are and lets you in.',
  },
  'not-yet': { zh: '还没有到开放的时间，请稍后再来。', en: 'The door is not open yet. Come back later.' },
  over: { zh: '本次询问已经结束或者取消。', en: 'This hearing is over or was cancelled.' },
} as const

const noServer = (state: 'unreachable' | 'not-configured'): Refusal =>
  refuse({
    kind: 'unavailable',
    ruleId: `hearing.media-${state}`,
    reason:
      state === 'not-configured'
        ? {
            zh: '本院没有配置音视频服务器，不能在线进行音视频；文字记录和其他功能照常。请联系法院。',
            en: 'No media server is configured, so there is no sound and picture; notes and everything else work. Ask the court.',
          }
        : {
            zh: '音视频服务器暂时没有响应，请稍后再试；您的位置为您保留，笔录照常可以看到。',
            en: 'The media server does not answer for the moment. Try again soon; your place is kept and the notes can still be read.',
          },
  })
