import type { CourtPage } from '@court/usecases/admin/read-court'
import { FormInput } from '@court/ui/action-fields'
import { ActionForm } from '@court/ui/action-form'
import { Badge } from '@court/ui/badge'
import { Disclosure } from '@court/ui/disclosure'
import { SubmitButton } from '@court/ui/submit-button'
import { Table, Td, Th } from '@court/ui/table'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { giveCode } from '../app/courts/actions.ts'
import { Section } from '../console/section.tsx'
import { readPreferences } from '@court/site/preferences'

// The code that stands in case numbers, with the days on which it counts. A new one ends the one before.
export async function CodeNumbers({ court, isNational }: { court: CourtPage; isNational: boolean }) {
  const [t, { locale }] = await Promise.all([getTranslations('courts'), readPreferences()])
  return (
    <Section id="numbers" title={t('numbers.title')} lead={t('numbers.lead')}>
      <Table label={t('numbers.title')} isDense>
        <thead>
          <tr>
            <Th>{t('code')}</Th>
            <Th>{t('from')}</Th>
            <Th>{t('to')}</Th>
            <Th>
              <span className="sr-only">{t('statusTitle')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {court.codes.map((one) => (
            <tr key={one.code + one.validFrom}>
              <Td className="font-semibold">{one.code}</Td>
              <Td>{formatDay(one.validFrom, locale)}</Td>
              <Td>{one.validTo ? formatDay(one.validTo, locale) : t('openEnd')}</Td>
              <Td>{one.isNow ? <Badge tone="success">{t('inForce')}</Badge> : null}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {isNational ? (
        <Disclosure summary={t('numbers.give')}>
          <ActionForm action={giveCode} summaryTitle={t('errorTitle')} className="grid max-w-xl gap-4 sm:grid-cols-2">
            <input type="hidden" name="courtId" value={court.id} />
            <FormInput name="code" label={t('code')} help={t('numbers.codeHelp')} autoComplete="off" />
            <FormInput name="validFrom" type="date" label={t('from')} help={t('numbers.fromHelp')} />
            <SubmitButton pendingLabel={t('saving')} variant="secondary" className="justify-self-start">
              {t('numbers.save')}
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Section>
  )
}
