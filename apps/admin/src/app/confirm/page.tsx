import { StaffConfirm, staffConfirmMetadata } from '@court/site/screens/staff-confirm'
import type { SearchParams } from '@court/site/search-params'
import { staffDoor } from '../../server/staff-door.ts'
import { requireStaff } from '../../server/viewer.ts'
import { confirmIsStaff } from './actions.ts'

export const generateMetadata = staffConfirmMetadata

export default async function ConfirmStaffPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff()
  return <StaffConfirm door={staffDoor} action={confirmIsStaff} searchParams={searchParams} isWide />
}
