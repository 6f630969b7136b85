import type { CourtPage } from '@court/usecases/admin/read-court'
import { FormInput, FormRadios } from '@court/ui/action-fields'
import { ActionForm } from '@court/ui/action-form'
import { Disclosure } from '@court/ui/disclosure'
import { SubmitButton } from '@court/ui/submit-button'
import { Table, Td, Th } from '@court/ui/table'
import { getTranslations } from 'next-intl/server'
import { addUnit, closeUnit } from '../app/courts/actions.ts'
import { getSay } from '@court/site/say'
import { Section } from '../console/section.tsx'

export async function Units({ court }: { court: CourtPage }) {
  const [t, say] = await Promise.all([getTranslations('courts'), getSay()])
  return (
    <Section id="units" title={t('units.title')}>
      {court.units.length > 0 ? (
        <Table label={t('units.title')} isDense>
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th>{t('units.kind')}</Th>
              <Th className="text-right">{t('tabStaff')}</Th>
              <Th>
                <span className="sr-only">{t('units.close')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {court.units.map((unit) => (
              <tr key={unit.id}>
                <Td>
                  <span className={unit.isActive ? '' : 'text-muted line-through'}>
                    {say({ zh: unit.nameZh, en: unit.nameEn })}
                  </span>
                  {unit.address ? <span className="block text-muted">{unit.address}</span> : null}
                </Td>
                <Td>{unit.kind === 'tribunal' ? t('units.tribunal') : t('units.division')}</Td>
                <Td className="text-right">{unit.staffCount}</Td>
                <Td>
                  {unit.isActive ? (
                    <ActionForm action={closeUnit} summaryTitle={t('errorTitle')}>
                      <input type="hidden" name="courtId" value={court.id} />
                      <input type="hidden" name="unitId" value={unit.id} />
                      <SubmitButton size="dense" variant="quiet" pendingLabel={t('saving')}>
                        {t('units.close')}
                        <span className="sr-only"> {say({ zh: unit.nameZh, en: unit.nameEn })}</span>
                      </SubmitButton>
                    </ActionForm>
                  ) : (
                    <span className="text-sm text-muted">{t('units.closed')}</span>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-sm text-muted">{t('units.none')}</p>
      )}
      <Disclosure summary={t('units.add')} isOpen={court.units.length === 0}>
        <ActionForm action={addUnit} summaryTitle={t('errorTitle')} className="max-w-xl space-y-4">
          <input type="hidden" name="courtId" value={court.id} />
          <FormRadios
            name="kind"
            label={t('units.kind')}
            defaultValue="division"
            choices={[
              { value: 'division', label: t('units.division') },
              { value: 'tribunal', label: t('units.tribunal') },
            ]}
          />
          <FormInput name="nameZh" label={t('nameZh')} autoComplete="off" />
          <FormInput name="nameEn" label={t('nameEn')} autoComplete="off" />
          <FormInput name="address" label={t('units.address')} note={t('optional')} autoComplete="off" />
          <SubmitButton pendingLabel={t('saving')} variant="secondary">
            {t('units.add')}
          </SubmitButton>
        </ActionForm>
      </Disclosure>
    </Section>
  )
}
