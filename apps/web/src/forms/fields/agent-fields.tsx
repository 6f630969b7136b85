import { agentKinds, specialPowers, type AgentValue, type PartyValue } from '@court/procedure/code/form-values'
import { Button } from '@court/ui/button'
import { Checkbox } from '@court/ui/choice'
import { Field } from '@court/ui/field'
import { Fieldset } from '@court/ui/fieldset'
import { Select } from '@court/ui/select'
import { getTranslations } from 'next-intl/server'
import { fieldId, type Drawing } from '../drawing.ts'
import { actName, writeAct } from '../list-acts.ts'
import { When } from '../when.tsx'
import { PlainInput } from './plain-input.tsx'

// Who acts for a party. What only a special power allows is ticked one by one (民诉法 62).
export async function AgentFields({
  drawing,
  listName,
  party,
  agent,
  title,
}: {
  drawing: Drawing
  listName: string
  party: PartyValue
  agent: AgentValue
  title: string
}) {
  const t = await getTranslations('forms')
  const path = `${listName}.${party.id}.agents.${agent.id}`
  return (
    <fieldset id={fieldId(path)} className="space-y-4 border-l-4 border-line pl-4">
      <legend className="sr-only">{title}</legend>
      <input type="hidden" name={`${listName}.${party.id}.agents`} value={agent.id} />
      <div className="flex items-center justify-between gap-4">
        <span className="font-semibold" aria-hidden="true">
          {title}
        </span>
        <Button
          name={actName}
          value={writeAct({ kind: 'remove-agent', field: listName, id: party.id, agent: agent.id })}
          variant="quiet"
          formNoValidate
        >
          {t('remove')}
          <span className="sr-only">{title}</span>
        </Button>
      </div>
      <Field id={fieldId(`${path}.kind`)} label={t('agentKind')}>
        {(control) => (
          <Select
            {...control}
            name={`${path}.kind`}
            defaultValue={agent.kind}
            className="max-w-md"
            options={agentKinds.map((kind) => ({ value: kind, label: t(`agentKinds.${kind}`) }))}
          />
        )}
      </Field>
      <PlainInput drawing={drawing} path={`${path}.name`} label={t('name')} value={agent.name} className="max-w-md" />
      <When
        field={`${path}.kind`}
        values={['lawyer', 'legal-worker']}
        isShown={agent.kind === 'lawyer' || agent.kind === 'legal-worker'}
      >
        <div className="space-y-4">
          <PlainInput
            drawing={drawing}
            path={`${path}.firm`}
            label={t('firm')}
            value={agent.firm}
            className="max-w-md"
          />
          <PlainInput
            drawing={drawing}
            path={`${path}.licenceNumber`}
            label={t('licenceNumber')}
            value={agent.licenceNumber}
            className="max-w-md"
          />
        </div>
      </When>
      <PlainInput
        drawing={drawing}
        path={`${path}.phone`}
        label={t('phone')}
        value={agent.phone}
        inputMode="tel"
        className="max-w-xs"
      />
      <Fieldset id={fieldId(`${path}.powers`)} legend={t('powers')} help={t('powersHelp')}>
        {specialPowers.map((power) => (
          <Checkbox
            key={power}
            name={`${path}.powers`}
            value={power}
            defaultChecked={agent.powers.includes(power)}
            label={t(`specialPowers.${power}`)}
          />
        ))}
      </Fieldset>
    </fieldset>
  )
}
