import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getApi } from '../server/api.ts'

// Read once while a page is drawn: its title and its body ask for the same court.
export const readCourt = cache(async (slug: string) => {
  const api = await getApi()
  const court = await api.courts.bySlug({ slug: decodeURIComponent(slug) })
  if (!court.ok) notFound()
  return court.value
})
