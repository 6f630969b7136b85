import type { ReactNode } from 'react'
import { PageShell } from '../../shell/page-shell.tsx'

export default function SignInLayout({ children }: { children: ReactNode }) {
  return <PageShell isSignedIn={false}>{children}</PageShell>
}
