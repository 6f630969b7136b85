import type { CourtPage } from '@court/usecases/admin/read-court'
import { ActionForm } from '@court/ui/action-form'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { changeContact } from '../app/courts/actions.ts'
import { Section } from '../console/section.tsx'
import { ContactFields } from './contact-fields.tsx'

export async function Contact({ court }: { court: CourtPage }) {
  const t = await getTranslations('courts')
  return (
    <Section id="contact" title={t('contact.title')} lead={t('contact.lead')}>
      <ActionForm action={changeContact} summaryTitle={t('errorTitle')} className="max-w-2xl space-y-4">
        <input type="hidden" name="courtId" value={court.id} />
        <ContactFields contact={court.contact} />
        <SubmitButton pendingLabel={t('saving')} variant="secondary">
          {t('contact.save')}
        </SubmitButton>
      </ActionForm>
    </Section>
  )
}
