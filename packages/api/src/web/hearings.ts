import { casePlace } from '@court/usecases/case/case-inputs'
import { admitSeat } from '@court/usecases/hearings/admit-seat'
import { answerNotes } from '@court/usecases/hearings/answer-notes'
import { cancelHearing } from '@court/usecases/hearings/cancel-hearing'
import { chooseMode } from '@court/usecases/hearings/choose-mode'
import { closeHearing } from '@court/usecases/hearings/close-hearing'
import { confirmDuties } from '@court/usecases/hearings/confirm-duties'
import { giveFloor } from '@court/usecases/hearings/give-floor'
import * as types from '@court/usecases/hearings/hearing-types'
import { joinHearing } from '@court/usecases/hearings/join-hearing'
import { listCaseHearings } from '@court/usecases/hearings/list-case-hearings'
import { listDay } from '@court/usecases/hearings/list-day'
import { listMyHearings } from '@court/usecases/hearings/list-my-hearings'
import { moveHearing } from '@court/usecases/hearings/move-hearing'
import { planHearing } from '@court/usecases/hearings/plan-hearing'
import { raiseHand } from '@court/usecases/hearings/raise-hand'
import { scheduleHearing } from '@court/usecases/hearings/schedule-hearing'
import { sendOut } from '@court/usecases/hearings/send-out'
import { setStatus } from '@court/usecases/hearings/set-status'
import { showHearing } from '@court/usecases/hearings/show-hearing'
import { showPage } from '@court/usecases/hearings/show-page'
import { testDevices } from '@court/usecases/hearings/test-devices'
import { verifyRecording } from '@court/usecases/hearings/verify-recording'
import { waitAtDoor } from '@court/usecases/hearings/wait-at-door'
import { writeNotes } from '@court/usecases/hearings/write-notes'
import { procedureFor, router } from '../procedures.ts'

/** Hearings: set by the court, entered by the roll. What somebody may do in one follows from their seat and their role in the case. */
export const hearingsRouter = router({
  plan: procedureFor(['court-clerk', 'judge'])
    .input(types.planHearingInput)
    .query(({ ctx, input }) => planHearing(ctx.use, input)),
  schedule: procedureFor(['court-clerk', 'judge'])
    .input(types.scheduleHearingInput)
    .mutation(({ ctx, input }) => scheduleHearing(ctx.use, input)),
  move: procedureFor(['court-clerk', 'judge'])
    .input(types.moveHearingInput)
    .mutation(({ ctx, input }) => moveHearing(ctx.use, input)),
  cancel: procedureFor(['court-clerk', 'judge'])
    .input(types.cancelHearingInput)
    .mutation(({ ctx, input }) => cancelHearing(ctx.use, input)),
  view: procedureFor(['person', 'staff'])
    .input(types.hearingPlace)
    .query(({ ctx, input }) => showHearing(ctx.use, input)),
  mine: procedureFor(['person']).query(({ ctx }) => listMyHearings(ctx.use)),
  dayList: procedureFor(['staff'])
    .input(types.dayListInput)
    .query(({ ctx, input }) => listDay(ctx.use, input)),
  ofCase: procedureFor(['person', 'staff'])
    .input(casePlace)
    .query(({ ctx, input }) => listCaseHearings(ctx.use, input)),
  verify: procedureFor(['person', 'staff'])
    .input(types.hearingPlace)
    .query(({ ctx, input }) => verifyRecording(ctx.use, input)),
  chooseMode: procedureFor(['person'])
    .input(types.chooseModeInput)
    .mutation(({ ctx, input }) => chooseMode(ctx.use, input)),
  testDevices: procedureFor(['person', 'staff'])
    .input(types.deviceTestInput)
    .mutation(({ ctx, input }) => testDevices(ctx.use, input)),
  confirmDuties: procedureFor(['person'])
    .input(types.confirmDutiesInput)
    .mutation(({ ctx, input }) => confirmDuties(ctx.use, input)),
  wait: procedureFor(['person'])
    .input(types.waitInput)
    .mutation(({ ctx, input }) => waitAtDoor(ctx.use, input)),
  admit: procedureFor(['court-clerk', 'judge'])
    .input(types.admitInput)
    .mutation(({ ctx, input }) => admitSeat(ctx.use, input)),
  sendOut: procedureFor(['court-clerk', 'judge'])
    .input(types.sendOutInput)
    .mutation(({ ctx, input }) => sendOut(ctx.use, input)),
  join: procedureFor(['person', 'court-clerk', 'judge'])
    .input(types.hearingPlace)
    .mutation(({ ctx, input }) => joinHearing(ctx.use, input)),
  setStatus: procedureFor(['court-clerk', 'judge'])
    .input(types.setStatusInput)
    .mutation(({ ctx, input }) => setStatus(ctx.use, input)),
  speaking: procedureFor(['judge'])
    .input(types.speakingInput)
    .mutation(({ ctx, input }) => giveFloor(ctx.use, input)),
  raiseHand: procedureFor(['person'])
    .input(types.raiseHandInput)
    .mutation(({ ctx, input }) => raiseHand(ctx.use, input)),
  showPage: procedureFor(['court-clerk', 'judge'])
    .input(types.showPageInput)
    .mutation(({ ctx, input }) => showPage(ctx.use, input)),
  writeNotes: procedureFor(['court-clerk'])
    .input(types.writeNotesInput)
    .mutation(({ ctx, input }) => writeNotes(ctx.use, input)),
  answerNotes: procedureFor(['person', 'court-clerk', 'judge'])
    .input(types.answerNotesInput)
    .mutation(({ ctx, input }) => answerNotes(ctx.use, input)),
  close: procedureFor(['court-clerk', 'judge'])
    .input(types.closeHearingInput)
    .mutation(({ ctx, input }) => closeHearing(ctx.use, input)),
})
