import type { CourtPage } from '@court/usecases/admin/read-court'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { Section } from '../console/section.tsx'
import { services } from '../server/services.ts'
import { InviteForm } from './invite-form.tsx'
import { RoleChoices } from './role-choices.tsx'

// Who gets a post here. The link is shown once, to be handed over; whoever opens it chooses the password and pairs the authenticator.
export async function InviteStaff({ court, isNational }: { court: CourtPage; isNational: boolean }) {
  const [t, say] = await Promise.all([getTranslations('staff'), getSay()])
  return (
    <Section id="invite" title={t('invite')} lead={t('inviteLead')}>
      <InviteForm
        courtId={court.id}
        origin={services().env.WEB_ORIGIN}
        units={court.units
          .filter(({ isActive }) => isActive)
          .map((unit) => ({ value: unit.id, label: say({ zh: unit.nameZh, en: unit.nameEn }) }))}
        words={{
          errorTitle: t('errorTitle'),
          login: t('login'),
          loginHelp: t('loginHelp'),
          name: t('name'),
          title: t('titleField'),
          optional: t('optional'),
          unit: t('unit'),
          noUnit: t('noUnit'),
          act: t('inviteAct'),
          saving: t('saving'),
          link: t('link'),
          linkNote: t('linkNote'),
          noLink: t('noLink'),
        }}
        roles={<RoleChoices level={court.level} isNational={isNational} />}
      />
    </Section>
  )
}
