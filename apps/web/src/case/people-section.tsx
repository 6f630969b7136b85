import type { AgentView, CasePage, PartyView } from '@court/usecases/case/page/case-page-types'
import { PartyList } from '@court/ui/court/party-list'
import { formatYuan } from '@court/ui/words/amount'
import { getTranslations } from 'next-intl/server'
import type { CaseReader } from './case-reader.ts'

// Who stands on which side, who acts for whom, and what is asked.
export async function PeopleSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const roles = [...new Map(page.parties.map((party) => [party.role.role, party.role])).values()]
  const sides = await Promise.all(
    roles.map(async (role) => ({
      role: reader.say(role.title),
      parties: await Promise.all(
        page.parties.filter((party) => party.role.role === role.role).map((party) => partyEntry(party, reader)),
      ),
    })),
  )
  return (
    <section aria-labelledby="parties">
      <h2 id="parties" className="mb-2 text-xl">
        {t('parties.title')}
      </h2>
      <PartyList sides={sides} />
      {page.claims.length > 0 ? (
        <>
          <h3 className="mt-6 font-semibold">{t('parties.claims')}</h3>
          <ol className="mt-1 list-decimal space-y-1 pl-6">
            {page.claims.map((claim) => (
              <li key={claim.id} className="whitespace-pre-line">
                {claim.text}
                {claim.amountFen === null ? null : (
                  <strong className="ml-2 font-semibold">{formatYuan(claim.amountFen)}</strong>
                )}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {page.grounds ? (
        <>
          <h3 className="mt-6 font-semibold">{t('parties.grounds')}</h3>
          <p className="mt-1 measure whitespace-pre-line">{page.grounds}</p>
        </>
      ) : null}
    </section>
  )
}

async function partyEntry(party: PartyView, reader: CaseReader) {
  const t = await getTranslations('case')
  const facts = [
    party.isMe ? t('parties.you') : '',
    party.representativeName ? t('parties.representative', { name: party.representativeName }) : '',
    party.idNumber ?? '',
    party.phone ?? '',
    party.address ?? (party.isAddressProtected ? t('parties.addressProtected') : ''),
    party.isAbroad ? t('parties.abroad') : '',
    party.isMissing ? t('parties.missing') : '',
    party.hasEService ? t('parties.eService') : '',
  ].filter(Boolean)
  return {
    id: party.id,
    role: reader.say(party.role.title),
    name: party.name,
    note: facts.length > 0 ? facts.join(' · ') : undefined,
    people: await Promise.all(party.agents.map(agentEntry)),
  }
}

async function agentEntry(agent: AgentView) {
  const [t, words] = await Promise.all([getTranslations('case'), getTranslations('forms')])
  const special = agent.powers.filter((power) => words.has(`specialPowers.${power}`))
  const powers =
    special.length === 0
      ? t('parties.generalPower')
      : special.map((power) => words(`specialPowers.${power}`)).join(t('parties.comma'))
  return {
    id: agent.id,
    relation: words.has(`agentKinds.${agent.kind}`) ? words(`agentKinds.${agent.kind}`) : t('parties.agent'),
    name: agent.firm ? `${agent.name}（${agent.firm}）` : agent.name,
    note: powers,
  }
}
