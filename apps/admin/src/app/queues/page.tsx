import { Alert } from '@court/ui/alert'
import { LinkButton } from '@court/ui/link-button'
import { Table, Td, Th } from '@court/ui/table'
import { getTranslations } from 'next-intl/server'
import { fetchFigures } from '../../queues/fetch-figures.ts'
import { services } from '../../server/services.ts'
import { requireStaff } from '../../server/viewer.ts'
import { PageShell } from '../../shell/page-shell.tsx'

export async function generateMetadata() {
  const t = await getTranslations('queues')
  return { title: t('title') }
}

const states = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const

// What is owed and what waits: figures alone, no payload. The board shows the jobs to those with the right.
export default async function QueuesPage() {
  await requireStaff(['national-admin'])
  const [t, figures] = await Promise.all([getTranslations('queues'), fetchFigures()])
  return (
    <PageShell isSignedIn current="queues">
      <div className="desk-width max-w-5xl space-y-6 py-6">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-2xl">{t('title')}</h1>
          <LinkButton href={`${services().env.WORKER_ORIGIN}/queues`} size="dense">
            {t('board')}
          </LinkButton>
        </header>
        {figures ? (
          <>
            <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              {(['owed', 'dispatched', 'dead', 'oldestSeconds'] as const).map((name) => (
                <div key={name} className="rounded-md border bg-surface px-4 py-3">
                  <dt className="text-sm text-muted">{t(`outbox.${name}`)}</dt>
                  <dd
                    className={`text-xl font-semibold ${name === 'dead' && figures.outbox.dead > 0 ? 'text-accent-text' : ''}`}
                  >
                    {name === 'oldestSeconds'
                      ? t('seconds', { n: Math.round(figures.outbox.oldestSeconds) })
                      : figures.outbox[name]}
                  </dd>
                </div>
              ))}
            </dl>
            {figures.outbox.dead > 0 ? (
              <Alert tone="danger" title={t('deadTitle')}>
                {t('deadNote')}
              </Alert>
            ) : null}
            <Table label={t('queues')} isDense>
              <thead>
                <tr>
                  <Th>{t('queue')}</Th>
                  {states.map((state) => (
                    <Th key={state} className="text-right">
                      {t(`state.${state}`)}
                    </Th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {figures.queues.map(({ queue, states: counts }) => (
                  <tr key={queue}>
                    <Td className="font-semibold">{queue}</Td>
                    {states.map((state) => (
                      <Td
                        key={state}
                        className={`text-right ${state === 'failed' && (counts[state] ?? 0) > 0 ? 'font-semibold text-accent-text' : ''}`}
                      >
                        {counts[state] ?? 0}
                      </Td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </Table>
          </>
        ) : (
          <Alert tone="warning" title={t('silent')}>
            {t('silentNote')}
          </Alert>
        )}
      </div>
    </PageShell>
  )
}
