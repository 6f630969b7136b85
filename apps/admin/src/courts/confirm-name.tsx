import type { CourtPage } from '@court/usecases/admin/read-court'
import { ActionForm } from '@court/ui/action-form'
import { ChangeList } from '@court/ui/desk/change-list'
import { LinkButton } from '@court/ui/link-button'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { rename } from '../app/courts/[courtId]/name/actions.ts'

type Names = Pick<CourtPage, 'nameZh' | 'nameEn'>

// From what to what, where it will be seen and where not; then one button.
export async function ConfirmName({ court, wanted }: { court: CourtPage; wanted: Names }) {
  const t = await getTranslations('courts')
  const change = (id: keyof Names, what: string) =>
    court[id] === wanted[id] ? [] : [{ id, what, before: court[id], after: wanted[id] }]
  return (
    <div className="space-y-4">
      <ChangeList
        changes={[...change('nameZh', t('nameZh')), ...change('nameEn', t('nameEn'))]}
        words={{ none: t('openEnd'), ends: t('openEnd') }}
      />
      <ul className="list-disc space-y-1 pl-5">
        <li>{t('rename.everywhere')}</li>
        <li>{t('rename.issued')}</li>
        <li>{t('rename.kept')}</li>
      </ul>
      <ActionForm action={rename} summaryTitle={t('errorTitle')} className="flex flex-wrap gap-3">
        <input type="hidden" name="courtId" value={court.id} />
        <input type="hidden" name="nameZh" value={wanted.nameZh} />
        <input type="hidden" name="nameEn" value={wanted.nameEn} />
        <SubmitButton pendingLabel={t('saving')}>{t('rename.confirm')}</SubmitButton>
        <LinkButton href={`/courts/${court.id}/name`}>{t('rename.again')}</LinkButton>
      </ActionForm>
    </div>
  )
}
