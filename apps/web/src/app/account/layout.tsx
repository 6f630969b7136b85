import type { ReactNode } from 'react'
import { currentAccount } from '../../server/account.ts'
import { PageShell } from '../../shell/page-shell.tsx'

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const account = await currentAccount()
  return (
    <PageShell current="account" viewer={account ? { name: account.name } : null}>
      {children}
    </PageShell>
  )
}
