'use client'

import { ErrorNotice } from '../errors/error-notice.tsx'
import { errorWords } from '../errors/error-words.ts'
import './globals.css'

export default function GlobalErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <head>
        <title>{errorWords().title}</title>
      </head>
      <body>
        <main id="main">
          <ErrorNotice reference={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  )
}
