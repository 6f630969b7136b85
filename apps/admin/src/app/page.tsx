import { redirect } from 'next/navigation'
import { getConsole } from '../console/get-courts.ts'

// The nation's administrators begin at the tree, those of a court at their own.
export default async function HomePage() {
  const { isNational, ownCourtId } = await getConsole()
  redirect(isNational ? '/courts' : `/courts/${ownCourtId}`)
}
