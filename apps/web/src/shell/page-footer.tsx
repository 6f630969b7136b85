import { SiteFooter } from '@court/ui/site-footer'
import { getTranslations } from 'next-intl/server'
import { getContext } from '../server/request.ts'
import type { ShellCourt } from './page-shell.tsx'

export async function PageFooter({ court, isWide }: { court?: ShellCourt; isWide: boolean }) {
  const [t, { zone }] = await Promise.all([getTranslations('shell'), getContext()])
  const contact = court?.contact
  return (
    <SiteFooter
      isWide={isWide}
      links={[
        { href: '/', label: t('footerHome') },
        { href: '/check', label: t('navCheck') },
        ...(zone === 'public' ? [] : [{ href: '/staff/sign-in', label: t('footerStaff') }]),
      ]}
      note={t('footerNote')}
    >
      {court && contact ? (
        <address className="not-italic">
          <p className="font-semibold text-ink">{t('contactTitle', { court: court.name })}</p>
          {contact.phone ? (
            <p>
              {t('contactPhone')}{' '}
              <a className="link inline-flex min-h-target items-center" href={`tel:${contact.phone}`}>
                {contact.phone}
              </a>
            </p>
          ) : null}
          {contact.address ? <p>{t('contactAddress', { address: contact.address })}</p> : null}
          {contact.hours ? <p>{t('contactHours', { hours: contact.hours })}</p> : null}
        </address>
      ) : (
        <p>{t('footerHelp')}</p>
      )}
    </SiteFooter>
  )
}
