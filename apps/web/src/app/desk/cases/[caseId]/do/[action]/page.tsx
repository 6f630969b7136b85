import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ActionPanel } from '../../../../../../desk/act/action-panel.tsx'
import { NewEntries } from '../../../../../../desk/act/new-entries.tsx'
import { answered } from '../../../../../../desk/answered.ts'
import { CaseHead } from '../../../../../../desk/case/case-head.tsx'
import { getCasePage } from '../../../../../../desk/case/get-case-page.ts'
import { DeskFrame } from '../../../../../../desk/desk-frame.tsx'
import { referenceLine } from '@court/site/reference-line'
import { keptAnswers } from '../../../../../../forms/kept-answers.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../../../../server/api.ts'

type Props = {
  params: Promise<{ caseId: string; action: string }>
  searchParams: Promise<{ again?: string | string[]; seen?: string | string[] }>
}

// Any action of the code has this door; the frequent ones have another besides.
export default async function ActionPage({ params, searchParams }: Props) {
  const [{ caseId, action }, { again, seen }] = await Promise.all([params, searchParams])
  if (!/^[a-z][a-z0-9-]{0,79}$/.test(action)) notFound()
  const [{ page, reader }, api, t, say, { locale }] = await Promise.all([
    getCasePage(caseId),
    getApi(),
    getTranslations('desk'),
    getSay(),
    readPreferences(),
  ])
  const shown = await answered(api.cases.actionForm({ courtSlug: reader.courtSlug, caseId, action }))
  const kept = again === action ? await keptAnswers() : null
  const { allowed, references, title } = shown.action
  const cites = referenceLine(references, { locale, unverified: t('unverified') })
  return (
    <DeskFrame reader={reader}>
      <div className="desk-width space-y-5 pt-1">
        <div>
          <BackLink href={`/desk/cases/${caseId}`} label={t('act.back')} />
          <CaseHead page={page} />
        </div>
        {typeof seen === 'string' ? <NewEntries page={page} seen={Number(seen)} /> : null}
        <header>
          <h2 className="text-xl">{say(title)}</h2>
          {cites ? <p className="text-sm text-muted">{cites}</p> : null}
        </header>
        {allowed === true ? (
          <ActionPanel shown={shown} page={page} from="do" kept={kept} />
        ) : (
          <Alert tone="warning" title={t('act.notNow')}>
            <p>{say(allowed.reason)}</p>
            <p className="mt-1 font-mono text-xs text-muted">{allowed.ruleId}</p>
            {kept ? <p className="mt-2 text-sm">{t('act.kept')}</p> : null}
          </Alert>
        )}
      </div>
    </DeskFrame>
  )
}
