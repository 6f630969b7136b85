import { Alert } from '@court/ui/alert'
import { CaseHeader } from '@court/ui/court/case-header'
import { LinkTabs } from '@court/ui/link-tabs'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseActs } from '../../../../case/case-acts.tsx'
import { CaseShell } from '../../../../case/case-shell.tsx'
import { caseReader } from '../../../../case/case-reader.ts'
import { CaseTitle, CauseTitle } from '../../../../case/case-title.tsx'
import { casePath } from '../../../../case/case-path.ts'
import { ClockSection } from '../../../../case/clock-section.tsx'
import { DocketSection } from '../../../../case/docket-section.tsx'
import { DocumentSection } from '../../../../case/document-section.tsx'
import { FeeSection } from '../../../../case/fee-section.tsx'
import { LooksSection } from '../../../../case/looks-section.tsx'
import { MaterialSection } from '../../../../case/material-section.tsx'
import { NextStep } from '../../../../case/next-step.tsx'
import { PeopleSection } from '../../../../case/people-section.tsx'
import { QuestionSection } from '../../../../case/question-section.tsx'
import { HearingSection } from '../../../../hearing/hearing-section.tsx'
import { readCase, type CaseParams } from '../../../../case/read-case.ts'
import { RoadSection } from '../../../../case/road-section.tsx'

type Props = { params: CaseParams; searchParams: Promise<{ done?: string }> }

export async function generateMetadata({ params }: { params: CaseParams }): Promise<Metadata> {
  const { court, caseId } = await params
  const page = await readCase(court, caseId)
  return { title: page.case.number ?? page.case.title }
}

export default async function CaseHomePage({ params, searchParams }: Props) {
  const [{ court, caseId }, { done }] = await Promise.all([params, searchParams])
  const page = await readCase(court, caseId)
  const [t, reader] = await Promise.all([getTranslations('case'), caseReader(page.court.zone)])
  const recorded = done ? page.docket.find((line) => line.action?.id === done) : undefined
  const holder = page.state.holder.map((role) => reader.say(role.title)).join(t('parties.comma'))
  const tabs = [
    { href: '#clocks', label: t('clock.title') },
    ...(page.fees.length > 0 ? [{ href: '#fees', label: t('fees.title') }] : []),
    { href: '#materials', label: t('materials.title') },
    { href: '#docket', label: t('docket.title') },
    { href: '#parties', label: t('parties.title') },
    { href: '#questions', label: t('questions.title') },
  ]
  return (
    <CaseShell page={page} say={reader.say}>
      <CaseHeader
        court={reader.say(page.court.name)}
        caseNumber={page.case.number}
        caseNumberLabel={page.case.number ? t('numberLabel') : t('noNumber')}
        title={<CaseTitle title={page.case.title} />}
        cause={page.case.cause ? <CauseTitle title={page.case.cause.title} /> : null}
        state={{ label: reader.say(page.state.title), tone: page.state.isTerminal ? 'neutral' : 'info' }}
        holder={
          holder && page.state.since && !page.state.isTerminal
            ? t('heldBy', {
                who: page.state.holderName ? `${holder} ${page.state.holderName}` : holder,
                day: reader.day(page.state.since),
              })
            : undefined
        }
        tools={
          page.case.receiptNumber ? (
            <a href={casePath(page, '/receipt')} className="link inline-flex min-h-target items-center">
              {t('receiptLink')}
            </a>
          ) : undefined
        }
      />
      {recorded ? (
        <Alert tone="success" isLive title={t('done', { what: reader.say(recorded.title) })}>
          {t('doneNote')}
        </Alert>
      ) : null}
      <NextStep page={page} reader={reader} />
      <HearingSection page={page} reader={reader} />
      <LinkTabs label={t('sections')} tabs={tabs} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[1fr_22rem]">
        <div className="min-w-0 space-y-10">
          <ClockSection page={page} reader={reader} />
          <FeeSection page={page} reader={reader} />
          <DocumentSection page={page} reader={reader} />
          <MaterialSection page={page} reader={reader} />
          <DocketSection page={page} reader={reader} />
          <PeopleSection page={page} reader={reader} />
          <LooksSection page={page} reader={reader} />
          <QuestionSection page={page} reader={reader} />
        </div>
        <aside className="order-first min-w-0 lg:order-last">
          <CaseActs page={page} reader={reader} />
        </aside>
      </div>
      <RoadSection page={page} reader={reader} />
    </CaseShell>
  )
}
