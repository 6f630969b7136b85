import type { ReactNode } from 'react'
import { PageShell } from '../../shell/page-shell.tsx'

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <PageShell current="account">{children}</PageShell>
}
