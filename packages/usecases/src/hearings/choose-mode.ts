import type { Tx } from '@court/db/database'
import type { z } from 'zod'
import { consentTexts } from '../filing/consent-texts.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, refuse, type Result } from '../refusal.ts'
import { actOnHearing } from './act-on-hearing.ts'
import { ownSeat, saveSeat } from './change-hearing.ts'
import { textChanged } from './confirm-duties.ts'
import { consentIds } from './hearing-texts.ts'
import type { chooseModeInput, HearingKind, HearingView } from './hearing-types.ts'
import { closeLiveTask, openLiveTasks } from './live-tasks.ts'
import type { OpenHearing } from './open-hearing.ts'
import { showHearing } from './show-hearing.ts'

type Choice = z.infer<typeof chooseModeInput>

/**
 * A party's own choice for this hearing. Online needs the consent text of this very stage, in the version that was shown; a refusal, or no
 * answer until it begins, keeps the party's part in the courtroom, and the others may still be online.
 */
export async function chooseMode(ctx: UseCaseContext, input: Choice): Promise<Result<HearingView>> {
  const done = await actOnHearing(ctx, {
    input,
    act: 'choose-mode',
    entry: (_tx, hearing) => Promise.resolve(entryFor(input, hearing)),
    save: (tx, hearing, headSeq) => saveChoice(tx, ctx, { input, hearing, headSeq }),
  })
  return done.ok ? showHearing(ctx, input) : done
}

function entryFor({ mode, consentVersion, why }: Choice, { hearing, code }: OpenHearing) {
  if (mode === 'in-court') return accepted({ action: 'decline-hearing-online', input: { ground: why } })
  if (!hearing.isOnlinePossible)
    return refuse({
      ruleId: 'hearing.online-not-offered',
      reason: {
        zh: '法院安排本次询问在法庭进行，没有提供在线方式；确有困难的，请向书记员说明。',
        en: 'The court holds this hearing in the courtroom and offers no online part. If that is difficult for you, tell the clerk.',
      },
    })
  const consent = code.consents[consentIds[hearing.kind as HearingKind]]
  if (consentVersion !== consent?.version) return textChanged()
  return accepted({ action: 'agree-hearing-online', input: { onlineConsent: true } })
}

async function saveChoice(
  tx: Tx,
  ctx: UseCaseContext,
  { input, hearing: open, headSeq }: { input: Choice; hearing: OpenHearing; headSeq: number },
): Promise<void> {
  const seat = ownSeat(open)
  const { hearing, code } = open
  const consentId = consentIds[hearing.kind as HearingKind]
  const text = consentTexts(code)[consentId]
  const isOnline = input.mode === 'online'
  await saveSeat(tx, seat, {
    mode: input.mode,
    consent: isOnline ? 'given' : 'refused',
    consentAt: ctx.now(),
    ...(isOnline ? {} : { waitingSince: null }),
  })
  // What was agreed to is kept with the form that holds the consent; a refusal has no such form.
  if (!isOnline)
    await tx.onlineConsent.createMany({
      data: [
        {
          courtId: hearing.courtId,
          id: ctx.newId(),
          caseId: hearing.caseId,
          partyId: seat.partyId,
          personId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
          stage: text?.stage ?? hearing.kind,
          choice: 'refused',
          noticeVersion: text?.version ?? '',
          noticeHash: text?.hash ?? '',
          entrySeq: headSeq,
          at: ctx.now(),
        },
      ],
    })
  await closeLiveTask(tx, ctx, seat, 'choose-hearing-mode')
  if (isOnline && seat.devicesTestedAt === null)
    await openLiveTasks(tx, ctx, { code, seats: [seat], task: 'test-hearing-devices', due: hearing.day })
  if (!isOnline) await closeLiveTask(tx, ctx, seat, 'test-hearing-devices')
}
