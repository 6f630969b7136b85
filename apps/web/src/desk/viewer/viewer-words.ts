import type { ViewerWords } from '@court/ui/desk/page-viewer'
import { getTranslations } from 'next-intl/server'

export async function viewerWords(): Promise<ViewerWords> {
  const t = await getTranslations('desk')
  return {
    label: t('viewer.label'),
    documents: t('viewer.documents'),
    page: t('viewer.page', { n: '{n}', total: '{total}' }),
    previous: t('viewer.previous'),
    next: t('viewer.next'),
    zoomIn: t('viewer.zoomIn'),
    zoomOut: t('viewer.zoomOut'),
    fit: t('viewer.fit'),
    turn: t('viewer.turn'),
    picture: t('viewer.picture', { title: '{title}', n: '{n}' }),
  }
}
