import { settle } from '@court/api/errors'
import { getSay } from '@court/site/say'
import { queryValue, type SearchParams } from '@court/site/search-params'
import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { Input } from '@court/ui/input'
import { Table, Td, Th } from '@court/ui/table'
import { auditReaders } from '@court/usecases/audit-log/reach-audit'
import type { AuditIntegrity } from '@court/usecases/audit-log/verify-audit'
import { getFormatter, getTranslations } from 'next-intl/server'
import { getApi } from '../../server/api.ts'
import { requireStaff } from '../../server/viewer.ts'
import { PageShell } from '../../shell/page-shell.tsx'

export async function generateMetadata() {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

// For auditors alone: whether the audit of a court is whole, and what was done in one case or by one actor. `nation` is what belongs to no court.
export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff(auditReaders)
  const [t, court, caseId, actorId, cursor, from] = await Promise.all([
    getTranslations('audit'),
    queryValue(searchParams, 'court'),
    queryValue(searchParams, 'case'),
    queryValue(searchParams, 'actor'),
    queryValue(searchParams, 'after'),
    queryValue(searchParams, 'from'),
  ])
  const [api, say] = await Promise.all([getApi(), getSay()])
  const integrity = await settle(
    api.audit.verify({ ...whose(court), ...(/^[1-9]\d{0,8}$/.test(from) ? { fromSeq: Number(from) } : {}) }),
  )
  return (
    <PageShell isSignedIn current="audit">
      <div className="desk-width max-w-5xl space-y-6 py-6">
        <h1 className="text-2xl">{t('title')}</h1>
        {integrity.ok ? (
          <Integrity {...integrity.value} court={court} />
        ) : (
          <Alert tone="warning">{say(integrity.reason)}</Alert>
        )}
        <form className="flex flex-wrap items-end gap-3">
          <label className="text-sm">
            {t('court')}
            <Input name="court" defaultValue={court} maxLength={100} controlSize="dense" />
          </label>
          <label className="text-sm">
            {t('case')}
            <Input name="case" defaultValue={caseId} maxLength={36} controlSize="dense" className="w-80" />
          </label>
          <label className="text-sm">
            {t('actor')}
            <Input name="actor" defaultValue={actorId} maxLength={100} controlSize="dense" className="w-80" />
          </label>
          <Button size="dense">{t('show')}</Button>
        </form>
        {caseId || actorId ? <Deeds court={court} caseId={caseId} actorId={actorId} cursor={cursor} /> : null}
      </div>
    </PageShell>
  )
}

const whose = (court: string) => (court === '' ? {} : { whose: court })

async function Integrity({
  court,
  brokenAt,
  fromSeq,
  seals,
  rows,
  sealedUpTo,
  nextSeq,
}: AuditIntegrity & { court: string }) {
  const [t, format] = await Promise.all([getTranslations('audit'), getFormatter()])
  if (brokenAt !== null)
    return (
      <Alert tone="danger" title={t('broken', { seal: brokenAt })}>
        {t('brokenNote')}
      </Alert>
    )
  if (sealedUpTo === null) return <Alert title={t('never')}>{t('neverNote')}</Alert>
  const upTo = format.dateTime(sealedUpTo, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Alert tone="success" title={t('whole')}>
      {t('wholeNote', { seals, rows, upTo })}{' '}
      {nextSeq !== null || fromSeq > 1 ? (
        <a href={`/audit?court=${encodeURIComponent(court)}&from=${nextSeq ?? 1}`} className="link">
          {nextSeq === null ? t('fromFirst') : t('goOn')}
        </a>
      ) : null}
    </Alert>
  )
}

type Wanted = { court: string; caseId: string; actorId: string; cursor: string }

async function Deeds({ court, caseId, actorId, cursor }: Wanted) {
  const [t, say, format, api] = await Promise.all([getTranslations('audit'), getSay(), getFormatter(), getApi()])
  const of = caseId ? ({ kind: 'case', caseId } as const) : ({ kind: 'actor', actorId } as const)
  const found = await settle(api.audit.list({ ...whose(court), of, limit: 100, ...(cursor ? { cursor } : {}) }))
  if (!found.ok) return <Alert tone="warning">{say(found.reason)}</Alert>
  const { deeds, nextCursor } = found.value
  if (deeds.length === 0) return <p className="text-muted">{t('nothing')}</p>
  const next = new URLSearchParams({
    court,
    ...(caseId ? { case: caseId } : { actor: actorId }),
    after: nextCursor ?? '',
  })
  return (
    <>
      <Table label={t('title')} isDense>
        <thead>
          <tr>
            <Th>{t('at')}</Th>
            <Th>{t('what')}</Th>
            <Th>{t('actor')}</Th>
            <Th>{t('case')}</Th>
            <Th>{t('address')}</Th>
          </tr>
        </thead>
        <tbody>
          {deeds.map((deed) => (
            <tr key={deed.id}>
              <Td>{format.dateTime(deed.at, { dateStyle: 'short', timeStyle: 'medium' })}</Td>
              <Td>{say(deed.title)}</Td>
              <Td className="break-all">{deed.actor.id || t('nobody')}</Td>
              <Td className="break-all">{deed.caseId ?? ''}</Td>
              <Td>{deed.address ?? ''}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {nextCursor ? (
        <a href={`/audit?${next.toString()}`} className="link">
          {t('older')}
        </a>
      ) : null}
    </>
  )
}
