import type { StaffRow } from '@court/usecases/admin/list-staff'
import type { CourtPage } from '@court/usecases/admin/read-court'
import { FormInput, FormSelect } from '@court/ui/action-fields'
import { ActionForm } from '@court/ui/action-form'
import { LinkButton } from '@court/ui/link-button'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { changeMember, setActive } from './staff-actions.ts'
import { RenewLink } from './renew-link.tsx'
import { RoleChoices } from './role-choices.tsx'
import { services } from '../server/services.ts'

// One member of staff: roles, unit, share in the draw; leaving and coming back; a new link for whoever lost the way in.
export async function EditStaff({
  court,
  member,
  isNational,
}: {
  court: CourtPage
  member: StaffRow
  isNational: boolean
}) {
  const [t, say] = await Promise.all([getTranslations('staff'), getSay()])
  return (
    <section aria-labelledby="edit-title" className="mb-6 rounded-md border bg-surface px-5 py-4">
      <h2 id="edit-title" className="mb-3 text-lg">
        {member.name} <span className="text-sm font-normal text-muted">{member.login}</span>
      </h2>
      <ActionForm action={changeMember} summaryTitle={t('errorTitle')} className="max-w-2xl space-y-4">
        <input type="hidden" name="courtId" value={court.id} />
        <input type="hidden" name="staffId" value={member.staffId} />
        <RoleChoices level={court.level} isNational={isNational} chosen={member.roles} />
        <div className="grid gap-4 sm:grid-cols-3">
          <FormInput name="title" label={t('titleField')} note={t('optional')} defaultValue={member.title ?? ''} />
          <FormSelect
            name="unitId"
            label={t('unit')}
            placeholder={t('noUnit')}
            defaultValue={member.unit?.id ?? ''}
            options={court.units
              .filter((unit) => unit.isActive || unit.id === member.unit?.id)
              .map((unit) => ({ value: unit.id, label: say({ zh: unit.nameZh, en: unit.nameEn }) }))}
          />
          <FormInput
            name="weight"
            label={t('weight')}
            help={t('weightHelp')}
            inputMode="numeric"
            defaultValue={String(member.weight)}
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel={t('saving')}>{t('save')}</SubmitButton>
          <LinkButton href={`/courts/${court.id}/staff`}>{t('cancel')}</LinkButton>
        </div>
      </ActionForm>
      <div className="mt-4 flex flex-wrap items-start gap-3 border-t pt-4">
        <ActionForm action={setActive} summaryTitle={t('errorTitle')}>
          <input type="hidden" name="courtId" value={court.id} />
          <input type="hidden" name="staffId" value={member.staffId} />
          <input type="hidden" name="active" value={member.isActive ? '0' : '1'} />
          <SubmitButton pendingLabel={t('saving')} variant={member.isActive ? 'danger' : 'secondary'} size="dense">
            {member.isActive ? t('leave') : t('return')}
          </SubmitButton>
        </ActionForm>
        {member.isActive ? (
          <RenewLink
            courtId={court.id}
            staffId={member.staffId}
            origin={services().env.WEB_ORIGIN}
            words={{
              act: t('renew'),
              saving: t('saving'),
              note: t('renewNote'),
              link: t('link'),
              linkNote: t('linkNote'),
            }}
          />
        ) : null}
      </div>
    </section>
  )
}
