import type { z } from 'zod'
import { Prisma } from '@court/db/generated/client'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound } from '../refusal.ts'
import { changeAndShow } from './change-hearing.ts'
import type { showPageInput } from './hearing-types.ts'

/** A page of the case file that everybody sees at once, or none any more. Only papers of the main volume can be shown. */
export const showPage = (ctx: UseCaseContext, { shown, ...place }: z.infer<typeof showPageInput>) =>
  changeAndShow(ctx, place, {
    act: 'show',
    change: async (tx, open) => {
      const file = open.materials
        .find(({ id }) => id === shown?.materialId)
        ?.files.find(({ id }) => id === shown?.fileId)
      if (shown && (!file || shown.page > file.pages)) return notFound()
      const { courtId, id } = open.hearing
      await tx.hearing.updateMany({ where: { courtId, id }, data: { shown: shown ?? Prisma.DbNull } })
      return accepted({ deed: { action: shown ? 'hearing-page-shown' : 'hearing-page-hidden', data: { ...shown } } })
    },
  })
