import { createAdminCaller, type AdminCaller } from '@court/api/admin-root'
import { getContext } from './request.ts'

/**
 * The routers, called in process by server components and server actions as whoever is signed in.
 * What a use case refuses comes back as a value; wrap a call in `settle` (@court/api/errors) to get refusals at its door as values too.
 */
export async function getApi(): Promise<AdminCaller> {
  return createAdminCaller(await getContext())
}
