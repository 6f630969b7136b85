import { redirect } from 'next/navigation'
import { getConsole } from '../../console/get-courts.ts'

// The staff of one's own court; those of another are found through the tree.
export default async function OwnStaffPage() {
  const { ownCourtId } = await getConsole()
  redirect(`/courts/${ownCourtId}/staff`)
}
