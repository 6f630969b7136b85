import type { FiledProblem } from '@court/usecases/case/check-filed'
import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Alert } from '@court/ui/alert'
import { formatYuan } from '@court/ui/words/amount'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getSay } from '@court/site/say'
import { CauseTitle } from '../../case/case-title.tsx'
import { Claims } from '../case/claims.tsx'
import { Parties } from '../case/parties.tsx'

// What the filer said, as typed, for reading beside the papers; on top what the filer's own rules find wrong with it today.
export async function FiledFields({ page, problems }: { page: CasePage; problems: FiledProblem[] | null }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  const filed = page.docket.findLast(({ type }) => type === 'filing-received')
  const rows: { label: string; value: ReactNode }[] = [
    {
      label: t('filed.cause'),
      value: page.case.cause ? <CauseTitle title={page.case.cause.title} /> : t('filed.none'),
    },
    {
      label: t('filed.amount'),
      value: page.case.amountFen === null ? t('filed.none') : formatYuan(page.case.amountFen),
    },
    ...(filed?.details ?? []).flatMap((detail) =>
      detail.kind === 'text' && detail.label && say(detail.value) !== page.case.cause?.title
        ? [{ label: say(detail.label), value: say(detail.value) }]
        : [],
    ),
  ]
  return (
    <div className="space-y-4">
      {problems ? <Problems problems={problems} /> : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      <Parties page={page} />
      <Claims page={page} />
    </div>
  )
}

async function Problems({ problems }: { problems: FiledProblem[] }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  if (problems.length === 0) return <p className="text-sm text-success">{t('review.inOrder')}</p>
  return (
    <Alert tone="warning" title={t('review.problems', { n: problems.length })}>
      <ul className="list-disc pl-5 text-sm">
        {problems.map(({ field, title, about, problem }) => (
          <li key={field}>
            <span className="font-semibold">{[say(title), about].filter(Boolean).join(' · ')}</span> {say(problem)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
