import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readPreferences } from '../preferences.ts'

export async function rootMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('productName'), template: `%s · ${t('productName')}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const rootViewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf8' },
    { media: '(prefers-color-scheme: dark)', color: '#16171a' },
  ],
}

export async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, isElder } = await readPreferences()
  return (
    <html lang={locale} data-elder={isElder ? '' : undefined}>
      <body>{children}</body>
    </html>
  )
}
