import type {
  AddressValue,
  AgentValue,
  FormValue,
  ListItem,
  PartyValue,
  PersonValue,
} from '@court/procedure/code/form-values'
import type { Field, ItemField } from '@court/procedure/code/schema/forms'
import { formatYuan } from '@court/ui/words/amount'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import type { FormLists } from './drawing.ts'
import type { Say } from '@court/site/say'
import type { Locale } from '@court/site/preferences'

export type Describing = {
  lists: FormLists
  say: Say
  locale: Locale
  causeTitle?: ((code: string) => string | undefined) | undefined
}

// An answer in words, as it stands on the page where one checks it. Lines are separated by line ends; empty when there is none.
export async function describeValue(field: Field, value: FormValue | undefined, to: Describing): Promise<string> {
  const t = await getTranslations('forms')
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return ''
  switch (field.type) {
    case 'list-of':
      return describeItems(field.item, value as ListItem[], to)
    case 'party-list': {
      const parties = value as PartyValue[]
      return (await Promise.all(parties.map((party) => describeParty(party, to)))).join('\n\n')
    }
    case 'address': {
      const { recipient, phone, address, postcode, email } = value as AddressValue
      return [
        [recipient, phone].filter(Boolean).join('，'),
        [address, postcode].filter(Boolean).join('，'),
        email ?? '',
      ]
        .filter(Boolean)
        .join('\n')
    }
    case 'person': {
      const { name, phone, address } = value as PersonValue
      return [name, phone, address].filter(Boolean).join('\n')
    }
    case 'boolean':
      return value === true ? t('yes') : t('no')
    case 'consent':
      return value === true ? t('agreed') : t('notAgreed')
    default:
      return describeSimple(field, value, to)
  }
}

function describeSimple(field: Exclude<ItemField, { type: 'party-list' }>, value: FormValue, to: Describing): string {
  const { say, locale, lists } = to
  switch (field.type) {
    case 'amount':
      return typeof value === 'number' ? formatYuan(value) : textOf(value)
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, locale) : textOf(value)
    case 'choice': {
      const chosen = field.choices.find((choice) => choice.value === value)
      return chosen ? say(chosen.label) : textOf(value)
    }
    case 'multi-choice':
      return field.choices
        .filter((choice) => (value as string[]).includes(choice.value))
        .map((choice) => say(choice.label))
        .join('\n')
    case 'reasons':
      return (value as string[])
        .map((id) => {
          const reason = lists.reasons[id]
          return reason ? say(reason.title) : id
        })
        .join('\n')
    case 'cause':
      return to.causeTitle?.(textOf(value)) ?? textOf(value)
    case 'material-list':
      return (value as { title: string }[]).map((material) => material.title).join('\n')
    default:
      return textOf(value)
  }
}

function describeItems(fields: Record<string, ItemField>, items: ListItem[], to: Describing): string {
  return items
    .map((item, index) => {
      const parts = Object.entries(fields).flatMap(([name, field]) => {
        const value = item[name]
        return value === undefined || field.type === 'party-list' ? [] : [describeSimple(field, value, to)]
      })
      return `${index + 1}. ${parts.filter(Boolean).join('，')}`
    })
    .join('\n')
}

async function describeParty(party: PartyValue, { lists, say }: Describing): Promise<string> {
  const t = await getTranslations('forms')
  const role = lists.roles[party.role]
  const kinds: Record<string, string> = {
    'resident-id': t('idResident'),
    'credit-code': t('idCreditCode'),
    passport: t('idPassport'),
    other: t('idOther'),
  }
  const identity = party.idNumber ? `${kinds[party.idKind ?? ''] ?? ''} ${party.idNumber}`.trim() : ''
  const marks = [
    party.abroad ? t('abroad') : '',
    party.missing ? t('missing') : '',
    party.isAddressProtected ? t('addressProtected') : '',
  ]
  const agents = (party.agents ?? []).map(
    (agent: AgentValue) =>
      `${t(`agentKinds.${agent.kind}`)} ${agent.name}${agent.firm ? `（${agent.firm}）` : ''}${agent.powers.length > 0 ? `: ${agent.powers.map((power) => t(`specialPowers.${power}`)).join('，')}` : ''}`,
  )
  return [
    `${role ? say(role.title) : party.role}: ${party.name}`,
    identity,
    party.representativeName ? `${t('representative')} ${party.representativeName}` : '',
    [party.phone, party.address].filter(Boolean).join('，'),
    marks.filter(Boolean).join('，'),
    ...agents,
  ]
    .filter(Boolean)
    .join('\n')
}

function textOf(value: FormValue): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
