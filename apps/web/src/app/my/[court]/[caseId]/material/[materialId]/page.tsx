import type { MaterialFileView } from '@court/usecases/case/page/case-page-types'
import { MaterialViewer, type ViewerPage } from '@court/ui/court/material-viewer'
import { SummaryList } from '@court/ui/summary-list'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { casePath, filePath } from '../../../../../../case/case-path.ts'
import { caseReader } from '../../../../../../case/case-reader.ts'
import { CaseShell } from '../../../../../../case/case-shell.tsx'
import { ReviewBadge } from '../../../../../../case/material-section.tsx'
import { readCase } from '../../../../../../case/read-case.ts'

// Every page of every file, in order; what cannot be shown as a picture is one page to download.
function viewerPages(file: MaterialFileView, url: string): ViewerPage[] {
  const common = { downloadUrl: url, rotation: file.rotation }
  if (file.mime !== 'application/pdf' && !file.mime.startsWith('image/'))
    return [{ id: file.id, name: file.fileName, pictureUrl: null, ...common }]
  return Array.from({ length: Math.max(1, file.pages ?? 1) }, (_, index) => ({
    id: `${file.id}-${index + 1}`,
    name: file.fileName,
    pictureUrl: `${url}/pages/${index + 1}?w=1600`,
    ...common,
  }))
}

type Props = { params: Promise<{ court: string; caseId: string; materialId: string }> }

export default async function MaterialPage({ params }: Props) {
  const { court, caseId, materialId } = await params
  const page = await readCase(court, caseId)
  const material = page.materials.find((one) => one.id === materialId)
  if (!material) notFound()
  const [t, reader] = await Promise.all([getTranslations('case'), caseReader(page.court.zone)])
  return (
    <CaseShell page={page} say={reader.say} back={{ href: casePath(page), label: t('backToCase') }}>
      <h1 className="flex flex-wrap items-center gap-3 text-2xl">
        {material.title}
        <ReviewBadge status={material.reviewStatus} />
      </h1>
      <MaterialViewer
        label={material.title}
        pages={material.files.flatMap((file) => viewerPages(file, filePath(court, caseId, file.id)))}
        words={{
          larger: t('viewer.larger'),
          smaller: t('viewer.smaller'),
          turn: t('viewer.turn'),
          download: t('viewer.download'),
          noPicture: t('viewer.noPicture'),
          previous: t('viewer.previous'),
          next: t('viewer.next'),
          page: t('viewer.page', { n: '{n}', total: '{total}' }),
        }}
      />
      <section aria-labelledby="about" className="max-w-3xl">
        <h2 id="about" className="text-lg">
          {t('viewer.about')}
        </h2>
        <SummaryList
          rows={[
            { label: t('viewer.kind'), value: reader.say(material.kindTitle) },
            { label: t('viewer.from'), value: material.party?.name ?? t('materials.fromCourt') },
            { label: t('viewer.submitted'), value: reader.instant(material.submittedAt) },
            ...material.reviewReasons.map((reason) => ({
              label: t('viewer.toMend'),
              value: `${reader.say(reason.text)}\n${reason.mend ? reader.say(reason.mend) : ''}`,
            })),
            ...(material.reviewNote ? [{ label: t('viewer.note'), value: material.reviewNote }] : []),
            ...material.files.map((file) => ({
              label: t('viewer.hash', { name: file.fileName }),
              value: <code className="text-sm break-all">{file.sha256}</code>,
            })),
          ]}
        />
      </section>
    </CaseShell>
  )
}
