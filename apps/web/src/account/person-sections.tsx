import type { PersonAccount } from '@court/usecases/accounts/read-account'
import { Button } from '@court/ui/button'
import { LinkButton } from '@court/ui/link-button'
import { SummaryList } from '@court/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { leaveOrganisation } from '../app/account/actions.ts'
import { Section } from '@court/ui/section'
import { ShowNumber } from './show-number.tsx'

// The account of a party, agent or lawyer: who they are, whom they act for, where messages go.
export async function PersonSections({ account }: { account: PersonAccount }) {
  const t = await getTranslations('account')
  const { identity, organisations, maskedPhone } = account
  return (
    <>
      <Section title={t('identity.title')}>
        {identity ? (
          <>
            <SummaryList
              rows={[
                { label: t('identity.name'), value: identity.legalName },
                {
                  label: t(`identity.kinds.${identity.kind}`),
                  value: [identity.maskedNumber, identity.country].filter(Boolean).join(' · '),
                },
              ]}
            />
            <ShowNumber />
          </>
        ) : (
          <>
            <p>{t('identity.missing')}</p>
            <LinkButton href="/account/identity" variant="primary">
              {t('identity.give')}
            </LinkButton>
          </>
        )}
      </Section>

      <Section title={t('phone.title2')}>
        <SummaryList
          rows={[
            {
              label: t('phone.current'),
              value: maskedPhone,
              change: { href: '/account/phone', label: t('change'), about: t('phone.current') },
            },
          ]}
        />
      </Section>

      <Section title={t('organisation.listTitle')}>
        {organisations.length === 0 ? <p className="text-muted">{t('organisation.none')}</p> : null}
        <ul className="divide-y">
          {organisations.map(({ organisationId, name, creditCode, role }) => (
            <li key={organisationId} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <span className="min-w-0">
                <span className="block font-semibold">{name}</span>
                <span className="block text-sm text-muted">
                  {creditCode} ·{' '}
                  {role === 'representative' ? t('organisation.roles.representative') : t('organisation.roles.staff')}
                </span>
              </span>
              <form action={leaveOrganisation}>
                <input type="hidden" name="organisation" value={organisationId} />
                <Button size="dense" aria-label={`${t('organisation.leave')} ${name}`}>
                  {t('organisation.leave')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
        {identity ? (
          <LinkButton href="/account/organisation">{t('organisation.add')}</LinkButton>
        ) : (
          <p className="text-sm text-muted">{t('organisation.identityFirst')}</p>
        )}
      </Section>
    </>
  )
}
