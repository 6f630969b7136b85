import { leaveSite } from '@court/site/session-cookie'
import { getApi } from '../../../server/api.ts'
import { services } from '../../../server/services.ts'

// A form posts here from the head of every page of the desk; the session cookie is not sent along from other sites.
export async function POST(): Promise<Response> {
  await (await getApi()).accounts.signOut()
  return leaveSite(services().cookies, '/staff/sign-in?why=signed-out')
}
