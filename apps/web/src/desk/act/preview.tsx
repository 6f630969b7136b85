import { settle } from '@court/api/errors'
import type { FormInput } from '@court/procedure/code/form-values'
import type { ActionPreview } from '@court/usecases/case/page/case-page-types'
import { Badge } from '@court/ui/badge'
import { ChangeList } from '@court/ui/desk/change-list'
import { Disclosure } from '@court/ui/disclosure'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../server/api.ts'

type Place = { courtSlug: string; caseId: string; action: string }

// What will change, read before saving. While something is missing it says what.
export async function Preview({ place, input }: { place: Place; input: FormInput }) {
  const [api, t, say] = await Promise.all([getApi(), getTranslations('desk'), getSay()])
  const json = JSON.parse(JSON.stringify(input)) as Record<string, never>
  const answer = await settle(api.cases.preview({ ...place, input: json }))
  if (answer.ok) return <Changes preview={answer.value} />
  const fields = Object.values(answer.fields ?? {})
  return (
    <div className="text-sm">
      <p className={fields.length > 0 ? 'text-muted' : 'font-semibold text-warning'}>
        {fields.length > 0 ? t('act.fillFirst') : say(answer.reason)}
      </p>
      {fields.length > 0 ? (
        <ul className="mt-1 list-disc pl-5 text-muted">
          {fields.map((words) => (
            <li key={words.zh}>{say(words)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

async function Changes({ preview }: { preview: ActionPreview }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const day = (date: string | null) => (date === null ? undefined : formatDay(date, locale))
  const { from, to } = preview.state
  return (
    <div className="space-y-4">
      {from.id === to.id ? null : (
        <p>
          <Badge>{say(from.title)}</Badge> → <Badge tone="info">{say(to.title)}</Badge>
        </p>
      )}
      <Part title={t('act.records')}>
        <ul className="text-sm">
          {preview.entries.map((entry, index) => (
            <li key={index}>
              {say(entry.title)}
              {entry.subject ? ` · ${entry.subject}` : ''} <span className="text-muted">{day(entry.on)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('act.clocks')}>
        {preview.clocks.length === 0 ? (
          <p className="text-sm text-muted">{t('act.noClocks')}</p>
        ) : (
          <ChangeList
            words={{ none: t('act.begins'), ends: t('act.ends') }}
            changes={preview.clocks.map((clock) => ({
              id: clock.key,
              what: [say(clock.title), clock.subject, clock.to === null ? '' : t(`act.kind.${clock.kind}`)]
                .filter(Boolean)
                .join(' · '),
              before: day(clock.from),
              after: day(clock.to) ?? t(`act.kind.${clock.kind}`),
              because: clock.because ? say(clock.because) : undefined,
            }))}
          />
        )}
      </Part>
      {preview.caseNumber ? <p className="text-sm">{t('act.number', { number: preview.caseNumber })}</p> : null}
      {preview.judges ? <Draw judges={preview.judges} /> : null}
      <Tasks tasks={preview.tasks} />
      <Telling preview={preview} />
    </div>
  )
}

// From whom the judge will be drawn, and with which share each.
async function Draw({ judges }: { judges: { name: string; weight: number }[] }) {
  const t = await getTranslations('desk')
  const total = judges.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <Part title={t('act.draw')}>
      {judges.length === 0 ? (
        <p className="text-sm text-warning">{t('act.noJudges')}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-4 text-sm">
          {judges.map(({ name, weight }) => (
            <li key={name}>
              {name} <span className="text-muted">{total > 0 ? `${Math.round((weight / total) * 100)}%` : ''}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

async function Tasks({ tasks }: { tasks: ActionPreview['tasks'] }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  if (tasks.opens.length + tasks.closes.length === 0) return null
  return (
    <Part title={t('act.tasks')}>
      <ul className="text-sm">
        {tasks.opens.map((task, index) => (
          <li key={`o${index}`}>
            + {say(task.title)}
            {task.role ? <span className="ml-2 text-muted">{say(task.role.title)}</span> : null}
            {task.due ? <span className="ml-2 text-muted">{formatDay(task.due, locale)}</span> : null}
          </li>
        ))}
        {tasks.closes.map((task, index) => (
          <li key={`c${index}`} className="text-muted">
            ✓ {say(task.title)}
          </li>
        ))}
      </ul>
    </Part>
  )
}

async function Telling({ preview }: { preview: ActionPreview }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  return (
    <>
      {preview.notices.length > 0 ? (
        <Part title={t('act.notices')}>
          <ul className="text-sm">
            {preview.notices.map((notice, index) => (
              <li key={index}>
                {say(notice.to)} <span className="text-muted">{say(notice.notice)}</span>{' '}
                <span className="text-muted">
                  {notice.channels.map((one) => t(`channel.${one}`)).join(t('listMark'))}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {preview.documents.length > 0 ? (
        <Part title={t('act.documents')}>
          {preview.documents.map((document, index) => (
            <Disclosure
              key={index}
              className="text-sm"
              summary={`${say(document.title)}${document.to.length > 0 ? ` → ${document.to.join(t('listMark'))}` : ''}`}
            >
              <p className="font-song whitespace-pre-line">{say(document.body)}</p>
            </Disclosure>
          ))}
        </Part>
      ) : null}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold text-muted">{title}</h3>
      {children}
    </section>
  )
}
