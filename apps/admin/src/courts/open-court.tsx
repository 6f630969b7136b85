import type { CourtPage } from '@court/usecases/admin/read-court'
import { ActionForm } from '@court/ui/action-form'
import { Alert } from '@court/ui/alert'
import { LinkButton } from '@court/ui/link-button'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { openCourt } from '../app/courts/actions.ts'

// What is still missing before the court can receive filings, each with the way to it; then one button.
export async function OpenCourt({ court, isNational }: { court: CourtPage; isNational: boolean }) {
  const t = await getTranslations('courts')
  const ways = {
    'code-number': `/courts/${court.id}#numbers`,
    packs: `/courts/${court.id}/codes/assign`,
    unit: `/courts/${court.id}#units`,
    'filing-staff': `/courts/${court.id}/staff#invite`,
  }
  const blocking = court.missing.filter((part) => part !== 'filing-staff')
  return (
    <Alert tone={blocking.length > 0 ? 'warning' : 'info'} title={t('open.title')} className="mb-6">
      {court.missing.length > 0 ? (
        <ul className="my-1 space-y-1">
          {court.missing.map((part) => (
            <li key={part} className="flex flex-wrap items-center gap-3">
              <span>{t(`missing.${part}`)}</span>
              <LinkButton href={ways[part]} size="dense">
                {t('open.mend')}
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('open.ready')}</p>
      )}
      {isNational && blocking.length === 0 ? (
        <ActionForm action={openCourt} summaryTitle={t('errorTitle')} className="mt-3">
          <input type="hidden" name="courtId" value={court.id} />
          <SubmitButton pendingLabel={t('saving')}>{t('open.act')}</SubmitButton>
        </ActionForm>
      ) : null}
    </Alert>
  )
}
