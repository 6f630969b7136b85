import type { CasePage, MaterialView } from '@court/usecases/case/page/case-page-types'
import { Badge, type Tone } from '@court/ui/badge'
import { Disclosure } from '@court/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import { casePath } from './case-path.ts'
import type { CaseReader } from './case-reader.ts'

// The papers of the case, as they were handed in; what was replaced stays, folded away.
export async function MaterialSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const current = page.materials.filter((one) => !one.isSuperseded)
  const old = page.materials.filter((one) => one.isSuperseded)
  return (
    <section aria-labelledby="materials">
      <h2 id="materials" className="text-xl">
        {t('materials.title')}
      </h2>
      {current.length === 0 ? (
        <p className="mt-1 text-muted">{t('materials.none')}</p>
      ) : (
        <MaterialList materials={current} page={page} reader={reader} />
      )}
      {old.length > 0 ? (
        <Disclosure summary={t('materials.superseded', { n: old.length })}>
          <MaterialList materials={old} page={page} reader={reader} />
        </Disclosure>
      ) : null}
    </section>
  )
}

async function MaterialList({
  materials,
  page,
  reader,
}: {
  materials: MaterialView[]
  page: CasePage
  reader: CaseReader
}) {
  const t = await getTranslations('case')
  return (
    <ul className="mt-2 border-t">
      {materials.map((material) => (
        <li
          key={material.id}
          className="relative flex items-center justify-between gap-4 border-b py-2 hover:bg-sunken/60"
        >
          <span className="min-w-0">
            <a
              href={casePath(page, `/material/${material.id}`)}
              className="link inline-flex min-h-target items-center after:absolute after:inset-0"
            >
              {material.title}
            </a>
            <span className="block text-sm text-muted">
              {[
                reader.say(material.kindTitle),
                material.pages > 0 ? t('materials.pages', { n: material.pages }) : '',
                material.party?.name ?? (material.submittedBy === 'court' ? t('materials.fromCourt') : ''),
                reader.instant(material.submittedAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {material.reviewReasons.map((reason) => (
              <span key={reason.code} className="block text-sm text-accent-text">
                {reader.say(reason.text)} {reason.mend ? reader.say(reason.mend) : ''}
              </span>
            ))}
          </span>
          <ReviewBadge status={material.reviewStatus} />
        </li>
      ))}
    </ul>
  )
}

const tones: Record<MaterialView['reviewStatus'], Tone> = {
  pending: 'neutral',
  passed: 'success',
  returned: 'danger',
  'original-required': 'warning',
}

export async function ReviewBadge({ status }: { status: MaterialView['reviewStatus'] }) {
  const t = await getTranslations('case')
  const words = {
    pending: t('materials.pending'),
    passed: t('materials.passed'),
    returned: t('materials.returned'),
    'original-required': t('materials.originalRequired'),
  }
  return <Badge tone={tones[status]}>{words[status]}</Badge>
}
