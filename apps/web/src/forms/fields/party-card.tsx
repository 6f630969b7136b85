import type { PartyValue } from '@court/procedure/code/form-values'
import { Button } from '@court/ui/button'
import { Checkbox, Radio } from '@court/ui/choice'
import { Disclosure } from '@court/ui/disclosure'
import { PlusIcon } from '@court/ui/icons'
import { getTranslations } from 'next-intl/server'
import { fieldId, type Drawing } from '../drawing.ts'
import { actName, writeAct } from '../list-acts.ts'
import { When } from '../when.tsx'
import { AgentFields } from './agent-fields.tsx'
import { ItemError } from './item-error.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { PlainInput } from './plain-input.tsx'

// One party: who it is, how it is reached, and who acts for it.
export async function PartyCard({
  drawing,
  listName,
  party,
  title,
  isOwnSide,
  isRemovable,
}: {
  drawing: Drawing
  listName: string
  party: PartyValue
  title: string
  isOwnSide: boolean // the filer's side knows everything; of the other side one writes what one knows
  isRemovable: boolean
}) {
  const t = await getTranslations('forms')
  const path = `${listName}.${party.id}`
  const known = isOwnSide ? undefined : t('ifKnown')
  const isOrganisation = party.kind === 'organisation'
  return (
    <fieldset id={fieldId(path)} className="rounded-md border bg-surface px-4 pt-3 pb-4 sm:px-6">
      <legend className="sr-only">{title}</legend>
      <input type="hidden" name={listName} value={party.id} />
      <input type="hidden" name={`${path}.role`} value={party.role} />
      <div className="mb-2 flex items-center justify-between gap-4">
        <span className="text-lg font-semibold" aria-hidden="true">
          {title}
        </span>
        {isRemovable ? (
          <Button
            name={actName}
            value={writeAct({ kind: 'remove', field: listName, id: party.id })}
            variant="quiet"
            formNoValidate
          >
            {t('remove')}
            <span className="sr-only">{title}</span>
          </Button>
        ) : null}
      </div>
      <ItemError drawing={drawing} path={path} />
      <div role="radiogroup" aria-label={t('partyKind')} className="mb-3 flex flex-wrap gap-x-8">
        <Radio name={`${path}.kind`} value="person" defaultChecked={!isOrganisation} label={t('kindPerson')} />
        <Radio
          name={`${path}.kind`}
          value="organisation"
          defaultChecked={isOrganisation}
          label={t('kindOrganisation')}
        />
      </div>
      <div className="space-y-4">
        <PlainInput
          drawing={drawing}
          path={`${path}.name`}
          label={t('partyName')}
          help={t('partyNameHelp')}
          value={party.name}
          maxLength={200}
        />
        <IdentityFields drawing={drawing} path={path} party={party} note={known} />
        <When field={`${path}.kind`} values={['organisation']} isShown={isOrganisation}>
          <PlainInput
            drawing={drawing}
            path={`${path}.representativeName`}
            label={t('representative')}
            note={known}
            value={party.representativeName}
            className="max-w-md"
          />
        </When>
        <PlainInput
          drawing={drawing}
          path={`${path}.phone`}
          label={t('phone')}
          note={known}
          value={party.phone}
          inputMode="tel"
          className="max-w-xs"
        />
        <PlainInput drawing={drawing} path={`${path}.address`} label={t('partyAddress')} value={party.address} />
        <Disclosure
          summary={t('partyMore')}
          isOpen={Boolean(party.abroad || party.missing || party.isAddressProtected)}
        >
          <Checkbox name={`${path}.abroad`} value="yes" defaultChecked={party.abroad} label={t('abroad')} />
          {isOwnSide ? (
            <Checkbox
              id={`${fieldId(path)}-protected`}
              name={`${path}.isAddressProtected`}
              value="yes"
              defaultChecked={party.isAddressProtected}
              label={t('addressProtected')}
              help={t('addressProtectedHelp')}
            />
          ) : (
            <Checkbox name={`${path}.missing`} value="yes" defaultChecked={party.missing} label={t('missing')} />
          )}
        </Disclosure>
        {(party.agents ?? []).map((agent, index) => (
          <AgentFields
            key={agent.id}
            drawing={drawing}
            listName={listName}
            party={party}
            agent={agent}
            title={t('agentNumber', { n: index + 1 })}
          />
        ))}
        {isOwnSide && (party.agents ?? []).length < 2 ? (
          <Button
            name={actName}
            value={writeAct({ kind: 'add-agent', field: listName, id: party.id })}
            variant="quiet"
            formNoValidate
          >
            <PlusIcon />
            {t('addAgent')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
