import { Badge } from '@court/ui/badge'
import { Button } from '@court/ui/button'
import { Section } from '@court/ui/section'
import type { ListedSession } from '@court/usecases/accounts/sessions'
import { getFormatter, getTranslations } from 'next-intl/server'
import { browserName } from '../browser-name.ts'

type Post = (form: FormData) => Promise<void>

// Every browser that is signed in with this account; each can be ended from here, at once.
export async function SessionList({
  sessions,
  endOne,
  endOthers,
}: {
  sessions: readonly ListedSession[]
  endOne: Post
  endOthers: Post
}) {
  const [t, format] = await Promise.all([getTranslations('sessions'), getFormatter()])
  return (
    <Section title={t('title')} id="sessions">
      <p className="text-muted">{t('lead')}</p>
      <ul className="divide-y border-y">
        {sessions.map((session) => (
          <li key={session.sessionId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0">
              <span className="block font-semibold">
                {browserName(session.userAgent) ?? t('unknown')}{' '}
                {session.isThis ? <Badge tone="success">{t('this')}</Badge> : null}
              </span>
              <span className="block text-sm text-muted">
                {t('seen', {
                  at: format.dateTime(session.lastSeenAt, { dateStyle: 'medium', timeStyle: 'short' }),
                  address: session.address || t('noAddress'),
                })}
              </span>
            </span>
            {session.isThis ? null : (
              <form action={endOne}>
                <input type="hidden" name="session" value={session.sessionId} />
                <Button size="dense">{t('end')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form action={endOthers}>
          <Button>{t('endOthers')}</Button>
        </form>
      ) : null}
    </Section>
  )
}
