import { BackLink } from '@court/ui/back-link'
import { LinkButton } from '@court/ui/link-button'
import { SplitView } from '@court/ui/desk/split-view'
import { getTranslations } from 'next-intl/server'
import { CaseView } from '../../desk/case/case-view.tsx'
import { answered } from '../../desk/answered.ts'
import { DeskFrame } from '../../desk/desk-frame.tsx'
import { getReader } from '../../desk/desk-reader.ts'
import { filtersHref, readFilters, type InboxFilters } from '../../desk/inbox/filters.ts'
import { InboxFiltersBar } from '../../desk/inbox/inbox-filters.tsx'
import { InboxList } from '../../desk/inbox/inbox-list.tsx'
import { getApi } from '../../server/api.ts'

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function InboxPage({ searchParams }: { searchParams: Query }) {
  const filters = readFilters(await searchParams)
  const [reader, api, t] = await Promise.all([getReader(), getApi(), getTranslations('desk')])
  const { q, state, procedure, due, age, isMine, after } = filters
  const inbox = await answered(
    api.desk.inbox({ q, state, procedure, due, age, mine: isMine, ...(after ? { cursor: after } : {}) }),
  )
  return (
    <DeskFrame reader={reader} current="inbox" isFull>
      <h1 className="sr-only">{t('inbox.title')}</h1>
      <SplitView
        listLabel={t('inbox.title')}
        detailLabel={t('inbox.openCase')}
        list={
          <>
            <InboxFiltersBar inbox={inbox} filters={filters} reader={reader} />
            <InboxList inbox={inbox} filters={filters} />
          </>
        }
        detail={filters.caseId ? <OpenCase filters={filters} courtSlug={reader.courtSlug} /> : undefined}
      />
    </DeskFrame>
  )
}

async function OpenCase({ filters, courtSlug }: { filters: InboxFilters; courtSlug: string }) {
  const [api, t] = await Promise.all([getApi(), getTranslations('desk')])
  const page = await answered(api.cases.page({ courtSlug, caseId: filters.caseId }))
  const closed = filtersHref(filters, { caseId: '' })
  return (
    <>
      <p className="px-4 pt-1 xl:hidden">
        <BackLink href={closed} label={t('inbox.back')} />
      </p>
      <CaseView
        page={page}
        tools={
          <>
            <LinkButton href={`/desk/cases/${filters.caseId}`} size="dense">
              {t('case.whole')}
            </LinkButton>
            <LinkButton href={closed} size="dense" variant="quiet" className="hidden xl:inline-flex">
              {t('case.close')}
            </LinkButton>
          </>
        }
      />
    </>
  )
}
