import { StaffCode, staffCodeMetadata } from '@court/site/screens/staff-code'
import type { SearchParams } from '@court/site/search-params'
import { staffDoor } from '../../../server/staff-door.ts'
import { enterTotp } from '../actions.ts'

export const generateMetadata = staffCodeMetadata

export default function StaffCodePage({ searchParams }: { searchParams: SearchParams }) {
  return <StaffCode door={staffDoor} action={enterTotp} searchParams={searchParams} />
}
