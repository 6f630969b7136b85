import type { PartyValue } from '@court/procedure/code/form-values'
import { Button } from '@court/ui/button'
import { FieldError } from '@court/ui/field'
import { PlusIcon } from '@court/ui/icons'
import { getTranslations } from 'next-intl/server'
import { errorAt, fieldId } from '../drawing.ts'
import { actName, writeAct } from '../list-acts.ts'
import { PartyCard } from './party-card.tsx'
import type { FieldProps } from './simple-field.tsx'

// Who sues whom: both sides, as many as there are, each with those who act for them.
export async function PartyListField({ drawing, field, path, value }: FieldProps<'party-list'>) {
  const t = await getTranslations('forms')
  const parties = (Array.isArray(value) ? value : []) as PartyValue[]
  const error = errorAt(drawing, path)
  const isFull = field.maxItems !== undefined && parties.length >= field.maxItems
  const roleTitle = (role: string) => {
    const known = drawing.lists.roles[role]
    return known ? drawing.say(known.title) : role
  }
  return (
    <section id={fieldId(path)} aria-label={drawing.say(field.label)} className="space-y-8">
      {error ? <FieldError message={error} /> : null}
      {field.roles.map((role) => {
        const side = parties.filter((party) => party.role === role)
        return (
          <div key={role} className="space-y-4">
            {side.map((party, index) => (
              <PartyCard
                key={party.id}
                drawing={drawing}
                listName={path}
                party={party}
                title={side.length > 1 ? t('itemNumber', { label: roleTitle(role), n: index + 1 }) : roleTitle(role)}
                isOwnSide={role === field.roles[0]}
                isRemovable={side.length > 1 || !field.needs.includes(role)}
              />
            ))}
            {isFull ? null : (
              <Button name={actName} value={writeAct({ kind: 'add', field: path, role })} formNoValidate>
                <PlusIcon />
                {side.length === 0
                  ? t('addParty', { role: roleTitle(role) })
                  : t('addAnother', { role: roleTitle(role) })}
              </Button>
            )}
          </div>
        )
      })}
      {isFull ? <p className="text-muted">{t('listFull', { n: field.maxItems ?? 0 })}</p> : null}
    </section>
  )
}
