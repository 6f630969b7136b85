import type { BoundedCount, DeskCounts } from '@court/usecases/desk/desk-types'
import type { Post } from '@court/usecases/desk/show-post'
import { cache } from 'react'
import { getApi } from '../server/api.ts'
import { requireStaff } from '../server/viewer.ts'
import { answered } from './answered.ts'

export type DeskReader = { post: Post; counts: DeskCounts; courtSlug: string; today: string; isJudge: boolean }

// Who sits at this desk and what waits there. Asked once while a page is drawn.
export const getReader = cache(async (): Promise<DeskReader> => {
  await requireStaff()
  const api = await getApi()
  const [post, counts] = await Promise.all([answered(api.desk.post()), answered(api.desk.counts())])
  return {
    post,
    counts,
    courtSlug: post.court.slug,
    today: post.court.today,
    isJudge: post.roles.includes('judge') || post.roles.includes('presiding-judge'),
  }
})

// '12', or '99+' where nobody counted further.
export function countText({ count, isMore }: BoundedCount): string {
  return isMore ? `${count}+` : String(count)
}
