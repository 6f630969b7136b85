import { BackLink } from '@court/ui/back-link'
import { PageViewer } from '@court/ui/desk/page-viewer'
import { getTranslations } from 'next-intl/server'
import { CaseTitle } from '../../../../../case/case-title.tsx'
import { DeskFrame } from '../../../../../desk/desk-frame.tsx'
import { getCasePage } from '../../../../../desk/case/get-case-page.ts'
import { documentsOf } from '../../../../../desk/viewer/case-documents.ts'
import { viewerWords } from '../../../../../desk/viewer/viewer-words.ts'

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ show?: string | string[] }> }

export default async function MaterialsPage({ params, searchParams }: Props) {
  const [{ caseId }, { show }] = await Promise.all([params, searchParams])
  const [{ page, reader }, t, words] = await Promise.all([getCasePage(caseId), getTranslations('desk'), viewerWords()])
  const documents = documentsOf(
    page.materials,
    { courtSlug: page.court.slug, caseId },
    {
      note: (material) => t('materials.pages', { n: material.pages }),
      download: t('viewer.download'),
      noPages: t('viewer.noPages'),
    },
  )
  const first = documents.find(({ id }) => id === show)?.id
  return (
    <DeskFrame reader={reader} isFull>
      <div className="desk-width flex flex-wrap items-baseline gap-x-4">
        <BackLink href={`/desk/cases/${caseId}`} label={page.case.number ?? <CaseTitle title={page.case.title} />} />
        <h1 className="text-lg">{t('materials.title')}</h1>
      </div>
      <PageViewer key={first} documents={documents} firstId={first} words={words} className="flex-1 border-t" />
      {documents.length === 0 ? <p className="p-6 text-muted">{t('materials.none')}</p> : null}
    </DeskFrame>
  )
}
