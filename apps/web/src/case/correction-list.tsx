import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Card } from '@court/ui/card'
import { getTranslations } from 'next-intl/server'
import { casePath, filePath } from './case-path.ts'
import type { CaseReader } from './case-reader.ts'
import { Details } from './docket-section.tsx'
import { DueDate } from './due-date.tsx'
import { ReviewBadge } from './material-section.tsx'

// What the court asked to be corrected: its one notice, the material with faults, and until when.
export async function CorrectionList({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const notice = [...page.docket].reverse().find((line) => line.type === 'correction-requested')
  const clock = page.clocks.find((one) => one.periodId === 'correction' && one.status === 'running')
  const faulty = faultyMaterials(page)
  return (
    <Card title={t('correct.list')} id="to-correct" className="self-start border-t-4 border-t-accent">
      {clock ? (
        <div className="mb-4">
          <DueDate clock={clock} today={page.today} reader={reader} />
        </div>
      ) : null}
      {notice ? <Details details={notice.details} reader={reader} sealed={t('docket.sealed')} /> : null}
      {faulty.length > 0 ? (
        <>
          <h3 className="mt-5 font-semibold">{t('correct.materials')}</h3>
          <ul className="mt-1 space-y-3">
            {faulty.map((material) => (
              <li key={material.id} className="flex gap-3">
                {material.files[0]?.hasThumbnail ? (
                  <img
                    src={`${filePath(page.court.slug, page.case.id, material.files[0].id)}/pages/1?w=320`}
                    alt=""
                    className="h-20 w-16 rounded-sm border object-cover"
                  />
                ) : null}
                <span className="min-w-0">
                  <span className="flex flex-wrap items-center gap-x-3">
                    <a
                      href={casePath(page, `/material/${material.id}`)}
                      className="link inline-flex min-h-target items-center"
                    >
                      {material.title}
                      <span className="sr-only">{t('correct.look')}</span>
                    </a>
                    <ReviewBadge status={material.reviewStatus} />
                  </span>
                  {material.reviewReasons.map((reason) => (
                    <span key={reason.code} className="block text-sm">
                      {reader.say(reason.text)} {reason.mend ? <strong>{reader.say(reason.mend)}</strong> : null}
                    </span>
                  ))}
                  {material.reviewNote ? <span className="block text-sm text-muted">{material.reviewNote}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  )
}

// What the clerk found wanting, and has not been replaced since.
export function faultyMaterials(page: CasePage) {
  return page.materials.filter(
    ({ reviewStatus, isSuperseded }) =>
      !isSuperseded && (reviewStatus === 'returned' || reviewStatus === 'original-required'),
  )
}
