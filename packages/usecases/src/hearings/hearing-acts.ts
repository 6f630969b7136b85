import { isParty, isAtCourt } from './seat-kinds.ts'
import type { HearingAct, HearingView } from './hearing-types.ts'
import type { OpenHearing } from './open-hearing.ts'

/** What this actor may do now. The page draws its buttons from it, and every use case asks it again. */
export function actsOf(open: OpenHearing, now: Date): HearingAct[] {
  const rules = actRules(open, now)
  return (Object.keys(rules) as HearingAct[]).filter((act) => rules[act])
}

export const mayDo = (open: OpenHearing, now: Date, act: HearingAct): boolean => actRules(open, now)[act]

function actRules(open: OpenHearing, now: Date): Record<HearingAct, boolean> {
  const { mine, acting, hearing } = open
  const roles = acting.ref.kind === 'staff' ? acting.ref.roles : []
  const isClerk = roles.includes('court-clerk')
  const isJudge = roles.includes('judge')
  const isBench = isClerk || isJudge
  const { status } = hearing
  const isScheduled = status === 'scheduled'
  const isSitting = status === 'open' || status === 'paused'
  const isDoorOpen = isSitting || (isScheduled && now >= open.doorOpensAt)
  const isOver = status === 'held' || status === 'cancelled'
  const ownPartySeat = mine !== null && isParty(mine)
  const isIn = mine !== null && isParty(mine) && mine.admittedAt !== null && mine.sentOutAt === null
  return {
    move: isBench && isScheduled,
    cancel: isBench && isScheduled,
    'choose-mode': ownPartySeat && isScheduled,
    'test-devices': mine !== null && !isOver,
    'confirm-duties': ownPartySeat && !isOver,
    wait: ownPartySeat && isDoorOpen && !isIn && whatIsMissing(open, now) === 'wait',
    admit: isBench && isDoorOpen,
    'send-out': isBench && isDoorOpen,
    join: mayJoin(open, now),
    open: isBench && (status === 'paused' || status === 'reading' || (isScheduled && isDoorOpen)),
    pause: isBench && status === 'open',
    'read-notes': isBench && isSitting,
    close: isBench && status === 'reading',
    'give-floor': isJudge && (isDoorOpen || status === 'reading'),
    'raise-hand': isIn && (isSitting || status === 'reading'),
    show: isBench && isSitting,
    'write-notes': isClerk && isDoorOpen,
    'answer-notes': mine !== null && status === 'reading' && mine.notesAnswer === null,
    'answer-notes-for': isClerk && status === 'reading',
    play: open.slices.length > 0,
  }
}

/** A key to the room is for those whom the clerk let in and who take part online; the court's own people need nobody's leave. */
export function mayJoin(open: OpenHearing, now: Date): boolean {
  return open.mine !== null && whatIsMissing(open, now) === null
}

/** Why the door is still shut to this actor, as the next thing to do; null when it is open. */
export function whatIsMissing(open: OpenHearing, now: Date): HearingView['viewer']['before'] {
  const { mine, hearing } = open
  const { status } = hearing
  if (status === 'held' || status === 'cancelled') return 'over'
  const isClosed = status === 'scheduled' && now < open.doorOpensAt
  if (mine === null || !isParty(mine)) return isClosed ? 'not-yet' : null
  if (mine.mode === 'online' && mine.consent === 'none') return 'choose-mode'
  if (isAtCourt(mine)) return 'in-court'
  if (mine.devicesTestedAt === null) return 'test-devices'
  if (mine.dutiesConfirmedAt === null) return 'confirm-duties'
  if (isClosed) return 'not-yet'
  return mine.admittedAt === null || mine.sentOutAt !== null ? 'wait' : null
}
