'use client'

import { ErrorNotice } from '../errors/error-notice.tsx'

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="main">
      <ErrorNotice reference={error.digest} retry={retry} />
    </main>
  )
}
