import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: { default: t('title'), template: `%s · ${t('title')}` } }
}

export default function DeskLayout({ children }: { children: ReactNode }) {
  return children
}
