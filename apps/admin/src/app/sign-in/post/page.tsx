import { StaffPost, staffPostMetadata } from '@court/site/screens/staff-post'
import type { SearchParams } from '@court/site/search-params'
import { staffDoor } from '../../../server/staff-door.ts'
import { enterPost } from '../actions.ts'

export const generateMetadata = staffPostMetadata

export default function StaffPostPage({ searchParams }: { searchParams: SearchParams }) {
  return <StaffPost door={staffDoor} action={enterPost} searchParams={searchParams} />
}
