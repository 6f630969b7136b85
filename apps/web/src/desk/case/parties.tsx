import type { CasePage, PartyView, PersonalFieldName } from '@court/usecases/case/page/case-page-types'
import { Badge } from '@court/ui/badge'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { Section } from './section.tsx'
import { UnmaskField } from './unmask-field.tsx'

// Both sides with whoever acts for them. Numbers, phones and addresses stay masked until somebody says why they are needed.
export async function Parties({ page }: { page: CasePage }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  return (
    <Section id="parties" title={t('parties.title')}>
      <ul className="grid gap-x-8 @3xl:grid-cols-2">
        {page.parties.map((party) => (
          <li key={party.id} className="border-b py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-sm text-muted">{say(party.role.title)}</span>
              <span className="font-semibold">{party.name}</span>
              <span className="text-sm text-muted">
                {party.kind === 'organisation' ? t('parties.organisation') : t('parties.person')}
              </span>
              {party.isAbroad ? <Badge tone="warning">{t('parties.abroad')}</Badge> : null}
              {party.isMissing ? <Badge tone="warning">{t('parties.missing')}</Badge> : null}
              {party.isAddressProtected ? <Badge>{t('parties.protected')}</Badge> : null}
            </p>
            <PersonalFields page={page} party={party} />
            {party.agents.map((agent) => (
              <p key={agent.id} className="mt-1 border-l-2 pl-3 text-sm">
                <span className="text-muted">{t(`agents.${agentKind(agent.kind)}`)}</span> {agent.name}
                {agent.firm ? <span className="ml-2 text-muted">{agent.firm}</span> : null}
                {agent.phone ? <span className="ml-2 text-muted">{agent.phone}</span> : null}
                {agent.powers.length > 0 ? (
                  <span className="block text-muted">
                    {t('agents.powers', {
                      powers: agent.powers.map((power) => t(`powers.${powerName(power)}`)).join(t('listMark')),
                    })}
                  </span>
                ) : null}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function PersonalFields({ page, party }: { page: CasePage; party: PartyView }) {
  const t = await getTranslations('desk')
  const shown: { field: PersonalFieldName; value: string | null }[] = [
    { field: 'identity-number', value: party.idNumber },
    { field: 'phone', value: party.phone },
    { field: 'address', value: party.address },
    { field: 'email', value: party.email },
  ]
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
      {party.representativeName ? (
        <>
          <dt className="text-muted">{t('parties.representative')}</dt>
          <dd>{party.representativeName}</dd>
        </>
      ) : null}
      {shown.map(({ field, value }) =>
        value === null ? null : (
          <div key={field} className="contents">
            <dt className="text-muted">{t(`personal.${field}`)}</dt>
            <dd className="min-w-0">
              {party.canUnmask.includes(field) ? (
                <UnmaskField
                  masked={value}
                  place={{ courtSlug: page.court.slug, caseId: page.case.id, partyId: party.id, field }}
                  words={{
                    show: t('unmask.show'),
                    about: `${party.name} ${t(`personal.${field}`)}`,
                    why: t('unmask.why'),
                    send: t('unmask.send'),
                    sending: t('unmask.sending'),
                    nothing: t('unmask.nothing'),
                  }}
                />
              ) : (
                value
              )}
            </dd>
          </div>
        ),
      )}
      <dt className="text-muted">{t('parties.eService')}</dt>
      <dd>{party.hasEService ? t('parties.eServiceYes') : t('parties.eServiceNo')}</dd>
    </dl>
  )
}

const agentKinds = ['lawyer', 'legal-worker', 'relative', 'employee', 'recommended', 'guardian'] as const
const agentKind = (kind: string) => agentKinds.find((one) => one === kind) ?? 'other'

const powers = ['admit-claims', 'waive-claims', 'change-claims', 'settle', 'counterclaim', 'appeal'] as const
const powerName = (power: string) => powers.find((one) => one === power) ?? 'other'
