import { z } from 'zod'
import { addUnit, addUnitInput } from '@court/usecases/admin/add-unit'
import { changeContact, changeContactInput } from '@court/usecases/admin/change-contact'
import { closeUnit, closeUnitInput } from '@court/usecases/admin/close-unit'
import { giveCourtCode, giveCourtCodeInput } from '@court/usecases/admin/give-court-code'
import { listCourts } from '@court/usecases/admin/list-courts'
import { openCourt, openCourtInput } from '@court/usecases/admin/open-court'
import { readCourt } from '@court/usecases/admin/read-court'
import { renameCourt, renameCourtInput } from '@court/usecases/admin/rename-court'
import { takeCourtOn, takeCourtOnInput } from '@court/usecases/admin/take-court-on'
import { procedureFor, router } from '../procedures.ts'

const place = z.strictObject({ courtId: z.uuid() })

/** The tree of courts. The nation's administrators reach every court, those of a court their own. */
export const courtsRouter = router({
  tree: procedureFor(['court-admin', 'national-admin']).query(({ ctx }) => listCourts(ctx.use)),
  page: procedureFor(['court-admin', 'national-admin'])
    .input(place)
    .query(({ ctx, input }) => readCourt(ctx.use, input)),
  takeOn: procedureFor(['national-admin'], { recentMinutes: 60 })
    .input(takeCourtOnInput)
    .mutation(({ ctx, input }) => takeCourtOn(ctx.use, input)),
  open: procedureFor(['national-admin'], { recentMinutes: 60 })
    .input(openCourtInput)
    .mutation(({ ctx, input }) => openCourt(ctx.use, input)),
  rename: procedureFor(['national-admin'], { recentMinutes: 60 })
    .input(renameCourtInput)
    .mutation(({ ctx, input }) => renameCourt(ctx.use, input)),
  giveCode: procedureFor(['national-admin'], { recentMinutes: 60 })
    .input(giveCourtCodeInput)
    .mutation(({ ctx, input }) => giveCourtCode(ctx.use, input)),
  changeContact: procedureFor(['court-admin', 'national-admin'])
    .input(changeContactInput)
    .mutation(({ ctx, input }) => changeContact(ctx.use, input)),
  addUnit: procedureFor(['court-admin', 'national-admin'])
    .input(addUnitInput)
    .mutation(({ ctx, input }) => addUnit(ctx.use, input)),
  closeUnit: procedureFor(['court-admin', 'national-admin'])
    .input(closeUnitInput)
    .mutation(({ ctx, input }) => closeUnit(ctx.use, input)),
})
