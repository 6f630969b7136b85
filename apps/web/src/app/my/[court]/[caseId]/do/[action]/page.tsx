import { settle } from '@court/api/errors'
import { Alert } from '@court/ui/alert'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ActionPageForm } from '../../../../../../case/action-page-form.tsx'
import { casePath } from '../../../../../../case/case-path.ts'
import { caseReader } from '../../../../../../case/case-reader.ts'
import { CaseShell } from '../../../../../../case/case-shell.tsx'
import { CaseTitle } from '../../../../../../case/case-title.tsx'
import { CorrectionList } from '../../../../../../case/correction-list.tsx'
import { readCase } from '../../../../../../case/read-case.ts'
import { getApi } from '../../../../../../server/api.ts'

type Props = { params: Promise<{ court: string; caseId: string; action: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { court, caseId, action } = await params
  const page = await readCase(court, caseId)
  const reader = await caseReader(page.court.zone)
  const found = page.actions.find((one) => one.action === action)
  return { title: found ? reader.say(found.title) : page.case.title }
}

// Any action of the code that a party may do; the correction shows beside the form what the court asked for.
export default async function ActionPage({ params }: Props) {
  const { court, caseId, action } = await params
  const page = await readCase(court, caseId)
  const api = await getApi()
  const asked = await settle(api.cases.actionForm({ courtSlug: court, caseId, action }))
  if (!asked.ok && asked.kind === 'not-found') notFound()
  const [t, reader] = await Promise.all([getTranslations('case'), caseReader(page.court.zone)])
  const rule = asked.ok ? asked.value.action : page.actions.find((one) => one.action === action)
  if (!rule) notFound()
  const isCorrection = rule.page === 'correct'
  const refused = asked.ok ? (rule.allowed === true ? null : rule.allowed) : asked
  const cited = reader.cite(rule.references)
  return (
    <CaseShell page={page} say={reader.say} back={{ href: casePath(page), label: t('backToCase') }}>
      <header className="max-w-2xl space-y-1">
        <p className="text-sm text-muted">{page.case.number ?? <CaseTitle title={page.case.title} />}</p>
        <h1 className="text-2xl sm:text-3xl">{isCorrection ? t('correct.title') : reader.say(rule.title)}</h1>
        <p className="text-muted">{isCorrection ? t('correct.lead') : cited ? t('act.basis', { cited }) : null}</p>
      </header>
      {refused || !asked.ok ? (
        <Alert tone="warning" title={t('act.notNow')} className="max-w-2xl">
          {refused ? reader.say(refused.reason) : null}
        </Alert>
      ) : (
        <div className={isCorrection ? 'grid gap-x-10 gap-y-6 lg:grid-cols-2' : 'max-w-2xl'}>
          {isCorrection ? <CorrectionList page={page} reader={reader} /> : null}
          <ActionPageForm asked={asked.value} page={page} reader={reader} />
        </div>
      )}
    </CaseShell>
  )
}
