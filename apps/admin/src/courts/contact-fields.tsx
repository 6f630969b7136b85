import type { CourtContact } from '@court/usecases/admin/court-input'
import { FormInput } from '@court/ui/action-fields'
import { getTranslations } from 'next-intl/server'

// What the court's public page tells: how to reach it. Stands inside an ActionForm.
export async function ContactFields({ contact }: { contact: CourtContact }) {
  const t = await getTranslations('courts')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormInput
        name="phone"
        label={t('contact.phone')}
        note={t('optional')}
        defaultValue={contact.phone}
        inputMode="tel"
      />
      <span className="hidden sm:block" />
      <FormInput
        name="addressZh"
        label={t('contact.addressZh')}
        note={t('optional')}
        defaultValue={contact.addressZh}
      />
      <FormInput
        name="addressEn"
        label={t('contact.addressEn')}
        note={t('optional')}
        defaultValue={contact.addressEn}
      />
      <FormInput name="hoursZh" label={t('contact.hoursZh')} note={t('optional')} defaultValue={contact.hoursZh} />
      <FormInput name="hoursEn" label={t('contact.hoursEn')} note={t('optional')} defaultValue={contact.hoursEn} />
    </div>
  )
}
