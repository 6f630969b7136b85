import { Alert } from '@court/ui/alert'
import { Badge } from '@court/ui/badge'
import { LinkButton } from '@court/ui/link-button'
import { Table, Td, Th } from '@court/ui/table'
import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { answered } from '../../../../console/answered.ts'
import { ConsolePage } from '../../../../console/console-page.tsx'
import { CourtHead } from '../../../../console/court-head.tsx'
import { getConsole } from '../../../../console/get-courts.ts'
import { getCourt } from '../../../../console/get-court.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../../server/api.ts'
import { queryValue, type SearchParams } from '@court/site/search-params'
import { EditStaff } from '../../../../staff/edit-staff.tsx'
import { InviteStaff } from '../../../../staff/invite-staff.tsx'
import { roleName } from '../../../../staff/role-names.ts'

type Props = { params: Promise<{ courtId: string }>; searchParams: SearchParams }

const deeds = ['changed', 'left', 'back'] as const

export default async function StaffPage({ params, searchParams }: Props) {
  const { courtId } = await params
  const [console, court, api, t, say, { locale }, done, editing] = await Promise.all([
    getConsole(),
    getCourt(courtId),
    getApi(),
    getTranslations('staff'),
    getSay(),
    readPreferences(),
    queryValue(searchParams, 'done'),
    queryValue(searchParams, 'edit'),
  ])
  const staff = await answered(api.staff.list({ courtId }))
  const deed = deeds.find((one) => one === done)
  const edited = staff.find(({ staffId }) => staffId === editing)
  return (
    <ConsolePage console={console} current="staff" currentId={courtId} below="/staff">
      <CourtHead court={court} current="staff" />
      {deed ? <Alert tone="success" isLive className="mb-4" title={t(`done.${deed}`)} /> : null}
      {edited ? <EditStaff court={court} member={edited} isNational={console.isNational} /> : null}
      {staff.length === 0 ? (
        <p className="mb-4 text-muted">{t('none')}</p>
      ) : (
        <Table label={t('title')} isDense className="mb-6">
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th>{t('roles')}</Th>
              <Th className="hidden md:table-cell">{t('unit')}</Th>
              <Th className="hidden text-right lg:table-cell">{t('weight')}</Th>
              <Th className="hidden lg:table-cell">{t('lastSignIn')}</Th>
              <Th>
                <span className="sr-only">{t('edit')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {staff.map((member) => (
              <tr key={member.staffId} className={member.isActive ? '' : 'text-muted'}>
                <Td>
                  {member.name}
                  <span className="block text-xs text-muted">
                    {[member.login, member.title].filter(Boolean).join(' · ')}
                  </span>
                  {member.isActive ? null : <Badge>{t('inactive')}</Badge>}
                  {member.isActive && member.accountStatus === 'invited' ? (
                    <Badge tone="warning">{t('invited')}</Badge>
                  ) : null}
                </Td>
                <Td>{member.roles.map((role) => t(`role.${roleName(role)}`)).join(t('listMark')) || t('noRole')}</Td>
                <Td className="hidden md:table-cell">
                  {member.unit ? say({ zh: member.unit.nameZh, en: member.unit.nameEn }) : t('noUnit')}
                </Td>
                <Td className="hidden text-right lg:table-cell">{member.weight}%</Td>
                <Td className="hidden text-muted lg:table-cell">
                  {member.lastSignInAt
                    ? formatInstant({ instant: member.lastSignInAt.toISOString(), locale, timeZone: court.zone })
                    : t('never')}
                </Td>
                <Td className="text-right">
                  <LinkButton href={`/courts/${courtId}/staff?edit=${member.staffId}`} size="dense">
                    {t('edit')}
                    <span className="sr-only"> {member.name}</span>
                  </LinkButton>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <InviteStaff court={court} isNational={console.isNational} />
    </ConsolePage>
  )
}
