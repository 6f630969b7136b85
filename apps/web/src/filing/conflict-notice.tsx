import type { DraftView, FieldConflict } from '@court/usecases/filing/draft-view'
import type { FormValue } from '@court/procedure/code/form-values'
import { Alert } from '@court/ui/alert'
import { Radio } from '@court/ui/choice'
import { getTranslations } from 'next-intl/server'
import { describeValue } from '../forms/describe-value.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { conflictName } from './conflict-choice.ts'

// The same answer was changed on another device: both stand here, and the person chooses. Nothing is overwritten unseen.
export async function ConflictNotice({ draft, conflicts }: { draft: DraftView; conflicts: FieldConflict[] }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('filing'), getSay(), readPreferences()])
  const to = { lists: draft.lists, say, locale }
  const rows = await Promise.all(
    conflicts.map(async (conflict) => {
      const field = draft.form.fields[conflict.field]
      const words = async (value: unknown) =>
        field
          ? (await describeValue(field, (value ?? undefined) as FormValue | undefined, to)) || t('conflictEmpty')
          : ''
      return { ...conflict, mineText: await words(conflict.mine), theirsText: await words(conflict.theirs) }
    }),
  )
  return (
    <Alert tone="warning" isLive title={t('conflictTitle')} className="mb-6">
      <p>{t('conflictLead')}</p>
      {rows.map((row) => (
        <fieldset key={row.field} className="mt-3">
          <legend className="font-semibold">{say(row.label)}</legend>
          <div className="mt-1 grid gap-3 sm:grid-cols-2">
            <Radio
              name={conflictName(row.field)}
              value="mine"
              isFramed
              label={t('conflictMine')}
              help={<Version text={row.mineText} />}
            />
            <Radio
              name={conflictName(row.field)}
              value="theirs"
              isFramed
              label={t('conflictTheirs')}
              help={<Version text={row.theirsText} />}
            />
          </div>
        </fieldset>
      ))}
    </Alert>
  )
}

function Version({ text }: { text: string }) {
  return <span className="block max-h-48 overflow-y-auto whitespace-pre-line text-ink">{text}</span>
}
