import type { ActionForm, CasePage } from '@court/usecases/case/page/case-page-types'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { Section } from '../case/section.tsx'
import { MaterialMark } from './material-mark.tsx'

// Every material with its mark. What was marked makes the consolidated notice below.
export async function Marks({ page, forms }: { page: CasePage; forms: ActionForm[] }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  const materials = page.materials.filter(({ isSuperseded }) => !isSuperseded)
  const left = materials.filter(({ reviewStatus }) => reviewStatus === 'pending').length
  const reasons = forms
    .filter(({ action }) => action.action === 'return-filing')
    .flatMap(({ options }) => Object.values(options.reasons).flat())
    .map(({ value, label, field }) => ({ value, label: say(label), field }))
  const usualReason = reasons.find(({ field }) => field === 'materials')?.value ?? reasons[0]?.value ?? ''
  return (
    <Section
      id="marks"
      title={t('review.marks')}
      tools={
        <span className="text-sm text-muted" role="status">
          {left === 0 ? t('review.allMarked') : t('review.left', { n: left })}
        </span>
      }
    >
      <ul className="-mx-2">
        {materials.map((material) => (
          <MaterialMark
            key={material.id}
            caseId={page.case.id}
            reasons={reasons.map(({ value, label }) => ({ value, label }))}
            usualReason={usualReason}
            material={{
              id: material.id,
              title: material.title,
              kind: say(material.kindTitle),
              pages: t('materials.pages', { n: material.pages }),
              status: material.reviewStatus,
              reasons: material.reviewReasons.map(({ code }) => code),
              note: material.reviewNote ?? '',
            }}
            words={{
              show: t('review.show'),
              marks: {
                passed: t('review.pass'),
                returned: t('review.return'),
                'original-required': t('review.original'),
              },
              reasons: t('review.reasons'),
              note: t('review.note'),
              save: t('review.saveReasons'),
            }}
          />
        ))}
      </ul>
    </Section>
  )
}
