import type { CasePage, MaterialView } from '@court/usecases/case/page/case-page-types'
import { Badge, type Tone } from '@court/ui/badge'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { Section } from './section.tsx'

export const reviewTones: Record<MaterialView['reviewStatus'], Tone> = {
  pending: 'neutral',
  passed: 'success',
  returned: 'warning',
  'original-required': 'warning',
}

// Everything handed in, in the order of the file; each opens in the viewer.
export async function Materials({ page }: { page: CasePage }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  return (
    <Section
      id="materials"
      title={t('materials.title')}
      tools={
        page.materials.length > 0 ? (
          <a href={`/desk/cases/${page.case.id}/materials`} className="link text-sm">
            {t('materials.openAll')}
          </a>
        ) : undefined
      }
    >
      {page.materials.length === 0 ? <p className="text-sm text-muted">{t('materials.none')}</p> : null}
      <ul className="divide-y">
        {page.materials.map((material) => (
          <li key={material.id} className="flex flex-wrap items-center gap-x-3 py-1.5">
            <a
              href={`/desk/cases/${page.case.id}/materials?show=${material.id}`}
              className={`link inline-flex min-h-target-dense items-center ${material.isSuperseded ? 'line-through' : ''}`}
            >
              {material.title}
            </a>
            <span className="text-sm text-muted">
              {say(material.kindTitle) === material.title ? '' : `${say(material.kindTitle)} · `}
              {t('materials.pages', { n: material.pages })}
              {material.party ? ` · ${material.party.name}` : ''}
            </span>
            {material.volume === 'internal' ? <Badge>{t('materials.internal')}</Badge> : null}
            {material.isSuperseded ? (
              <span className="text-sm text-muted">{t('materials.superseded')}</span>
            ) : (
              <Badge tone={reviewTones[material.reviewStatus]}>{t(`mark.${material.reviewStatus}`)}</Badge>
            )}
            {material.reviewReasons.length > 0 ? (
              <span className="w-full text-sm text-muted">
                {material.reviewReasons.map((reason) => say(reason.text)).join(' ')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
