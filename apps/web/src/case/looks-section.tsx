import { settle } from '@court/api/errors'
import type { Look } from '@court/usecases/audit-log/list-looks'
import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Disclosure } from '@court/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import { getApi } from '../server/api.ts'
import type { CaseReader } from './case-reader.ts'

// Who had one's own data shown in full, when and why. Nothing stands here while nobody did.
export async function LooksSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const [t, api] = await Promise.all([getTranslations('audit'), getApi()])
  const looks = await settle(api.cases.looks({ courtSlug: page.court.slug, caseId: page.case.id }))
  if (!looks.ok || looks.value.length === 0) return null
  const who = ({ by }: Look) =>
    by.kind === 'party' ? t('looks.party') : by.title ? t('looks.titled', { name: by.name, title: by.title }) : by.name
  return (
    <Disclosure summary={t('looks.title', { count: looks.value.length })}>
      <p className="text-sm text-muted">{t('looks.lead')}</p>
      <ul className="mt-2 divide-y border-y text-sm">
        {looks.value.map((look) => (
          <li key={look.id} className="py-2">
            <span className="font-semibold">{who(look)}</span>{' '}
            {t('looks.what', { field: t(`looks.fields.${look.field}`), at: reader.instant(look.at) })}
            <span className="block text-muted">{t('looks.why', { why: look.why })}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
