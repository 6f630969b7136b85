'use client'

export { ErrorPage as default } from '@court/site/screens/error-page'
