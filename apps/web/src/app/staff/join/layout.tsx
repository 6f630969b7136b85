import type { ReactNode } from 'react'
import { PageShell } from '../../../shell/page-shell.tsx'

export default function JoinLayout({ children }: { children: ReactNode }) {
  return <PageShell>{children}</PageShell>
}
