'use client'

import { ErrorNotice } from './error-notice.tsx'

export type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void; isConsole?: boolean }

export function ErrorPage({ error, retry, isConsole = false }: ErrorPageProps) {
  return (
    <main id="main">
      <ErrorNotice reference={error.digest} retry={retry} isConsole={isConsole} />
    </main>
  )
}
