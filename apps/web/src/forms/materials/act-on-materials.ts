'use server'

import { settle } from '@court/api/errors'
import type { UploadTarget } from '@court/usecases/uploads/upload-target'
import { getSay } from '@court/site/say'
import { getApi } from '../../server/api.ts'
import type { MaterialAct, MaterialAnswer } from './material-view.ts'

// Bound to its target by the page: actOnMaterials.bind(null, target). Whose it is, the use case looks at.
export async function actOnMaterials(target: UploadTarget, act: MaterialAct): Promise<MaterialAnswer> {
  const [say, answer] = await Promise.all([getSay(), settle(perform(target, act))])
  if (!answer.ok) return { ok: false, reason: say(answer.reason), isFinal: answer.kind !== 'unavailable' }
  return { ok: true, ...answer.value }
}

async function perform(target: UploadTarget, act: MaterialAct) {
  const { uploads } = await getApi()
  switch (act.kind) {
    case 'add':
      return uploads.add({
        target,
        uploadId: act.uploadId,
        fileName: act.fileName,
        type: act.type,
        materialId: act.materialId,
      })
    case 'retitle':
      return uploads.describe({ target, materialId: act.materialId, title: act.title })
    case 'rotate':
      return uploads.rotate({ target, fileId: act.fileId })
    case 'move':
      return uploads.move({ target, fileId: act.fileId, by: act.by })
    case 'remove':
      return uploads.remove({ target, fileId: act.fileId })
  }
}
