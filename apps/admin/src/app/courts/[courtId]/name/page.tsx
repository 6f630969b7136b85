import { queryValue, type SearchParams } from '@court/site/search-params'
import { BackLink } from '@court/ui/back-link'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ConsolePage } from '../../../../console/console-page.tsx'
import { CourtHead } from '../../../../console/court-head.tsx'
import { getConsole } from '../../../../console/get-courts.ts'
import { getCourt } from '../../../../console/get-court.ts'
import { ConfirmName } from '../../../../courts/confirm-name.tsx'
import { NameForm } from '../../../../courts/name-form.tsx'

type Props = { params: Promise<{ courtId: string }>; searchParams: SearchParams }

// Write the new name, read what it changes, then confirm.
export default async function RenameCourtPage({ params, searchParams }: Props) {
  const { courtId } = await params
  const [console, court, t, zh, en] = await Promise.all([
    getConsole(),
    getCourt(courtId),
    getTranslations('courts'),
    queryValue(searchParams, 'nameZh'),
    queryValue(searchParams, 'nameEn'),
  ])
  if (!console.isNational) notFound()
  const wanted = { nameZh: zh.trim(), nameEn: en.trim() }
  const isAsked = wanted.nameZh !== '' && wanted.nameEn !== ''
  const isNew = wanted.nameZh !== court.nameZh || wanted.nameEn !== court.nameEn
  return (
    <ConsolePage console={console} current="courts" currentId={courtId}>
      <CourtHead court={court} current="page" />
      <BackLink href={`/courts/${courtId}#names`} label={t('rename.back')} />
      <div className="max-w-2xl">
        <h2 className="my-3 text-xl">{t('rename.title')}</h2>
        {isAsked && isNew ? (
          <ConfirmName court={court} wanted={wanted} />
        ) : (
          <NameForm court={court} wanted={isAsked ? wanted : court} isUnchanged={isAsked} />
        )}
      </div>
    </ConsolePage>
  )
}
