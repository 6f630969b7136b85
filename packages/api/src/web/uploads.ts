import { addUpload, addUploadInput } from '@court/usecases/uploads/add-upload'
import {
  describeMaterial,
  describeMaterialInput,
  listUploads,
  listUploadsInput,
  moveUpload,
  moveUploadInput,
  removeUpload,
  removeUploadInput,
  rotateUpload,
  rotateUploadInput,
} from '@court/usecases/uploads/change-upload'
import { procedureFor, router } from '../procedures.ts'

/**
 * Files for a draft, or for what is about to be handed in or recorded in a case. The bytes go to `/api/uploads` (tus); `add` takes what
 * arrived. Every answer holds `materials: UploadedMaterial[]`, all there are for the target, in their order.
 */
export const uploadsRouter = router({
  list: procedureFor(['person', 'staff'])
    .input(listUploadsInput)
    .query(({ ctx, input }) => listUploads(ctx.use, input)),
  add: procedureFor(['person', 'staff'])
    .input(addUploadInput)
    .mutation(({ ctx, input }) => addUpload(ctx.use, input)),
  rotate: procedureFor(['person', 'staff'])
    .input(rotateUploadInput)
    .mutation(({ ctx, input }) => rotateUpload(ctx.use, input)),
  move: procedureFor(['person', 'staff'])
    .input(moveUploadInput)
    .mutation(({ ctx, input }) => moveUpload(ctx.use, input)),
  /** A name, another kind, or both. */
  describe: procedureFor(['person', 'staff'])
    .input(describeMaterialInput)
    .mutation(({ ctx, input }) => describeMaterial(ctx.use, input)),
  remove: procedureFor(['person', 'staff'])
    .input(removeUploadInput)
    .mutation(({ ctx, input }) => removeUpload(ctx.use, input)),
})
