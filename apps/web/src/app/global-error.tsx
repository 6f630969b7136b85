'use client'

import './globals.css'

export { GlobalErrorPage as default } from '@court/site/screens/global-error-page'
