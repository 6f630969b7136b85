import type { Account } from '@court/usecases/accounts/read-account'
import { cache } from 'react'
import { getApi } from './api.ts'

/** Who is signed in, with name and court: for the head of a page. Read once while a page is drawn; null for nobody. */
export const currentAccount = cache(async (): Promise<Account | null> => {
  const api = await getApi()
  return api.accounts.account()
})
