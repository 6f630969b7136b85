'use server'

import { settle } from '@court/api/errors'
import { redirect } from 'next/navigation'
import { getApi } from '../server/api.ts'

export async function openNotice({ noticeId, href }: { noticeId: string; href: string }): Promise<void> {
  const api = await getApi()
  await settle(api.notices.markRead({ noticeIds: [noticeId] }))
  // Bound by our own page; anything that is not a path of this site goes to the list.
  redirect(/^\/(?![/\\])/.test(href) ? href : '/my/notices')
}

export async function readAllNotices(): Promise<void> {
  const api = await getApi()
  await settle(api.notices.markRead({ noticeIds: 'all' }))
  redirect('/my/notices')
}
