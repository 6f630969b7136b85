import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Disclosure } from '@court/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import type { CaseReader } from './case-reader.ts'

// What the court wrote to this party. Reading it here is not service: the date that counts stands in the docket.
export async function DocumentSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  if (page.documents.length === 0) return null
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="text-xl">
        {t('documents.title')}
      </h2>
      <p className="mt-1 measure text-sm text-muted">{t('documents.note')}</p>
      <ul className="mt-2 border-t">
        {page.documents.map((one) => (
          <li key={one.key} className="border-b py-2">
            <Disclosure summary={`${reader.say(one.title)} · ${reader.day(one.on)}`}>
              <p className="font-song measure">{reader.say(one.body)}</p>
              <p className="mt-2 text-sm text-muted">{reader.say(page.court.name)}</p>
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  )
}
