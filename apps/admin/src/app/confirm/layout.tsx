import type { ReactNode } from 'react'
import { PageShell } from '../../shell/page-shell.tsx'

export default function ConfirmLayout({ children }: { children: ReactNode }) {
  return <PageShell isSignedIn>{children}</PageShell>
}
