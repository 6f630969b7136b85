'use client'

import { errorWords } from '../error-words.ts'
import { ErrorPage, type ErrorPageProps } from './error-page.tsx'

// Stands for the whole document when not even the frame of a page could be drawn.
export function GlobalErrorPage(props: ErrorPageProps) {
  return (
    <html lang="zh-CN">
      <head>
        <title>{errorWords().title}</title>
      </head>
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
