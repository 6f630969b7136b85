import { settle } from '@court/api/errors'
import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { Button } from '@court/ui/button'
import { Input } from '@court/ui/input'
import { getTranslations } from 'next-intl/server'
import { OneValue } from '../../../../../codes/one-value.tsx'
import { RuleValues } from '../../../../../codes/rule-values-table.tsx'
import { referenceLine } from '@court/site/reference-line'
import { ConsolePage } from '../../../../../console/console-page.tsx'
import { CourtHead } from '../../../../../console/court-head.tsx'
import { getConsole } from '../../../../../console/get-courts.ts'
import { getCourt } from '../../../../../console/get-court.ts'
import { getSay } from '@court/site/say'
import { Section } from '../../../../../console/section.tsx'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../../../server/api.ts'
import { queryValue, type SearchParams } from '@court/site/search-params'

type Props = { params: Promise<{ courtId: string }>; searchParams: SearchParams }

// One rule on one day: which layer gave it, what each layer changed, how far a lower layer may go, and the whole of it.
export default async function RulePage({ params, searchParams }: Props) {
  const { courtId } = await params
  const [console, court, api, t, say, { locale }, rule, askedDay] = await Promise.all([
    getConsole(),
    getCourt(courtId),
    getApi(),
    getTranslations('codes'),
    getSay(),
    readPreferences(),
    queryValue(searchParams, 'rule'),
    queryValue(searchParams, 'on'),
  ])
  const on = /^\d{4}-\d{2}-\d{2}$/.test(askedDay) ? askedDay : court.today
  const answer = await settle(api.codes.explain({ courtId, on, rule: rule || 'filing-decision' }))
  const isWhole = answer.ok && answer.value.value === answer.value.rule
  return (
    <ConsolePage console={console} current="courts" currentId={courtId} below="/codes">
      <CourtHead court={court} current="codes" />
      <BackLink href={`/courts/${courtId}/codes?section=${rule.split('.')[0] ?? ''}&on=${on}`} label={t('back')} />
      <form method="get" className="mb-4 flex flex-wrap items-end gap-2">
        <label className="min-w-64">
          <span className="mb-1 block text-sm font-semibold">{t('rule')}</span>
          <Input name="rule" defaultValue={rule} controlSize="dense" autoComplete="off" />
        </label>
        <label>
          <span className="mb-1 block text-sm font-semibold">{t('on')}</span>
          <Input type="date" name="on" defaultValue={on} controlSize="dense" />
        </label>
        <Button size="dense">{t('explain')}</Button>
      </form>
      {answer.ok ? (
        <>
          <h2 className="text-xl">{say(answer.value.title)}</h2>
          <p className="mb-1 text-sm text-muted">{referenceLine(answer.value.references, { locale })}</p>
          {isWhole ? (
            <RuleValues
              explained={answer.value}
              href={(one) => `/courts/${courtId}/codes/rule?rule=${encodeURIComponent(one)}&on=${on}`}
            />
          ) : (
            <OneValue explained={answer.value} asked={rule} />
          )}
          <Section id="floor" title={t('floor')} lead={t('floorLead')}>
            <pre className="overflow-x-auto rounded-md border bg-surface p-3 text-xs">
              {JSON.stringify(answer.value.floor ?? null, null, 2)}
            </pre>
          </Section>
          <Section id="whole" title={t('whole')}>
            <pre className="max-h-[32rem] overflow-auto rounded-md border bg-surface p-3 text-xs" tabIndex={0}>
              {JSON.stringify(answer.value.rule, null, 2)}
            </pre>
          </Section>
        </>
      ) : (
        <Alert tone="warning">{say(answer.reason)}</Alert>
      )}
    </ConsolePage>
  )
}
