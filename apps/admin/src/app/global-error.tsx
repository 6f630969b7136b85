'use client'

import { GlobalErrorPage } from '@court/site/screens/global-error-page'
import type { ErrorPageProps } from '@court/site/screens/error-page'
import './globals.css'

export default function ConsoleGlobalErrorPage(props: ErrorPageProps) {
  return <GlobalErrorPage {...props} isConsole />
}
