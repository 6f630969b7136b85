import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Disclosure } from '@court/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import { casePath } from './case-path.ts'
import type { CaseReader } from './case-reader.ts'
import { isOfHearing, openActions } from './next-step.tsx'

// What the viewer can do now; and, on asking, what not and why not.
export async function CaseActs({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const open = openActions(page)
  const closed = page.actions.filter((one) => one.allowed !== true && one.page !== 'file' && !isOfHearing(one))
  if (open.length === 0 && closed.length === 0) return null
  return (
    <section aria-labelledby="acts">
      <h2 id="acts" className="text-xl">
        {t('acts.title')}
      </h2>
      {open.length === 0 ? <p className="mt-1 text-muted">{t('acts.none')}</p> : null}
      <ul className="mt-2 border-t">
        {open.map((one) => (
          <li key={one.action} className="relative border-b py-2 hover:bg-sunken/60">
            <a
              href={casePath(page, `/do/${one.action}`)}
              className="link inline-flex min-h-target items-center after:absolute after:inset-0"
            >
              {reader.say(one.title)}
            </a>
            <span className="block text-sm text-muted">
              {[one.due ? t('acts.until', { day: reader.day(one.due) }) : '', reader.cite(one.references)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {closed.length > 0 ? (
        <Disclosure summary={t('acts.closed')}>
          <ul className="space-y-2">
            {closed.map((one) => (
              <li key={one.action}>
                <span className="font-semibold">{reader.say(one.title)}</span>
                <span className="block text-sm text-muted">
                  {one.allowed === true ? '' : reader.say(one.allowed.reason)}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  )
}
