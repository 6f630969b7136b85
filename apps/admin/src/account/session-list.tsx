import { settle } from '@court/api/errors'
import { Badge } from '@court/ui/badge'
import { Button } from '@court/ui/button'
import { getFormatter, getTranslations } from 'next-intl/server'
import { endAllOthers, endOneSession } from '../app/account/actions.ts'
import { getApi } from '../server/api.ts'
import { browserName } from './browser-name.ts'
import { Section } from './section.tsx'

// Every browser that is signed in with this account; each can be ended from here, at once.
export async function SessionList() {
  const [t, format, api] = await Promise.all([getTranslations('account'), getFormatter(), getApi()])
  const sessions = await settle(api.accounts.sessions())
  if (!sessions.ok) return null
  return (
    <Section title={t('sessions.title')} id="sessions">
      <p className="text-muted">{t('sessions.lead')}</p>
      <ul className="divide-y border-y">
        {sessions.value.map((session) => (
          <li key={session.sessionId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0">
              <span className="block font-semibold">
                {browserName(session.userAgent) ?? t('sessions.unknown')}{' '}
                {session.isThis ? <Badge tone="success">{t('sessions.this')}</Badge> : null}
              </span>
              <span className="block text-sm text-muted">
                {t('sessions.seen', {
                  at: format.dateTime(session.lastSeenAt, { dateStyle: 'medium', timeStyle: 'short' }),
                  address: session.address || t('sessions.noAddress'),
                })}
              </span>
            </span>
            {session.isThis ? null : (
              <form action={endOneSession}>
                <input type="hidden" name="session" value={session.sessionId} />
                <Button size="dense">{t('sessions.end')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.value.length > 1 ? (
        <form action={endAllOthers}>
          <Button>{t('sessions.endOthers')}</Button>
        </form>
      ) : null}
    </Section>
  )
}
