import { settle } from '@court/api/errors'
import { Alert } from '@court/ui/alert'
import { getTranslations } from 'next-intl/server'
import { DeskFrame } from '../../../../../desk/desk-frame.tsx'
import { NewEntries } from '../../../../../desk/act/new-entries.tsx'
import { BackToList } from '../../../../../desk/back-to-list.tsx'
import { answered } from '../../../../../desk/answered.ts'
import { CaseHead } from '../../../../../desk/case/case-head.tsx'
import { Clocks } from '../../../../../desk/case/clocks.tsx'
import { getCasePage } from '../../../../../desk/case/get-case-page.ts'
import { Section } from '../../../../../desk/case/section.tsx'
import { DecisionBar } from '../../../../../desk/review/decision-bar.tsx'
import { Decisions } from '../../../../../desk/review/decisions.tsx'
import { FiledFields } from '../../../../../desk/review/filed-fields.tsx'
import { Marks } from '../../../../../desk/review/marks.tsx'
import { ReviewDesk } from '../../../../../desk/review/review-desk.tsx'
import { documentsOf } from '../../../../../desk/viewer/case-documents.ts'
import { viewerWords } from '../../../../../desk/viewer/viewer-words.ts'
import { keptAnswers } from '../../../../../forms/kept-answers.ts'
import { getApi } from '../../../../../server/api.ts'

type Props = {
  params: Promise<{ caseId: string }>
  searchParams: Promise<{ again?: string | string[]; seen?: string | string[] }>
}

// The filing beside its papers: read, mark, decide. The three decisions are actions of the code and carry its rules.
export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ caseId }, { again, seen }] = await Promise.all([params, searchParams])
  const [{ page, reader }, api, t, words] = await Promise.all([
    getCasePage(caseId),
    getApi(),
    getTranslations('desk'),
    viewerWords(),
  ])
  const place = { courtSlug: reader.courtSlug, caseId }
  const actions = page.actions.filter((action) => action.page === 'review').sort((a, b) => a.order - b.order)
  const forms = await Promise.all(actions.map(({ action }) => answered(api.cases.actionForm({ ...place, action }))))
  const checked = await settle(api.cases.checkFiled(place))
  const openAction = typeof again === 'string' ? again : null
  const materials = page.materials.filter(({ isSuperseded }) => !isSuperseded)
  const documents = documentsOf(materials, place, {
    note: (material) => t(`mark.${material.reviewStatus}`),
    download: t('viewer.download'),
    noPages: t('viewer.noPages'),
  })
  return (
    <DeskFrame reader={reader} isFull>
      <ReviewDesk documents={documents} words={words} bar={<DecisionBar forms={forms} />}>
        <div className="space-y-5 px-4 py-3">
          <div>
            <BackToList caseId={caseId} />
            <CaseHead page={page} isReviewing />
          </div>
          {typeof seen === 'string' ? <NewEntries page={page} seen={Number(seen)} /> : null}
          <Clocks page={page} />
          <Marks page={page} forms={forms} />
          <FiledFields page={page} problems={checked.ok ? checked.value : null} />
          <Section id="decide" title={t('review.decide')}>
            {forms.some(({ action }) => action.allowed === true) ? null : (
              <Alert tone="info">{t('review.decided')}</Alert>
            )}
            <Decisions
              forms={forms}
              page={page}
              openAction={openAction}
              kept={openAction ? await keptAnswers() : null}
            />
          </Section>
        </div>
      </ReviewDesk>
    </DeskFrame>
  )
}
