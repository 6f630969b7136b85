'use client'

import { ErrorPage, type ErrorPageProps } from '@court/site/screens/error-page'

export default function ConsoleErrorPage(props: ErrorPageProps) {
  return <ErrorPage {...props} isConsole />
}
