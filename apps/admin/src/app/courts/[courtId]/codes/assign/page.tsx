import { settle } from '@court/api/errors'
import { ActionForm } from '@court/ui/action-form'
import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { Button } from '@court/ui/button'
import { Checkbox } from '@court/ui/choice'
import { Input } from '@court/ui/input'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CodePreview } from '../../../../../codes/code-preview.tsx'
import { layerMark } from '../../../../../codes/layer-mark.ts'
import { answered } from '../../../../../console/answered.ts'
import { ConsolePage } from '../../../../../console/console-page.tsx'
import { CourtHead } from '../../../../../console/court-head.tsx'
import { getConsole } from '../../../../../console/get-courts.ts'
import { getCourt } from '../../../../../console/get-court.ts'
import { getSay } from '@court/site/say'
import { getApi } from '../../../../../server/api.ts'
import { assign } from '../actions.ts'

type Props = {
  params: Promise<{ courtId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// Choose packs and the first day, look at what would be in force and what differs from the court above, then assign.
export default async function AssignCodesPage({ params, searchParams }: Props) {
  const [{ courtId }, query] = await Promise.all([params, searchParams])
  const [console, court, api, t, say] = await Promise.all([
    getConsole(),
    getCourt(courtId),
    getApi(),
    getTranslations('codes'),
    getSay(),
  ])
  if (!console.isNational) notFound()
  const packs = await answered(api.codes.packs())
  const latest = packs.filter((pack, index) => packs.findIndex(({ packId }) => packId === pack.packId) === index)
  const firstDay = query['new'] === '1' ? (court.codes[0]?.validFrom ?? court.today) : court.today
  const from = typeof query['from'] === 'string' ? query['from'] : firstDay
  const asked = [query['pack'] ?? []].flat().filter((id) => latest.some(({ packId }) => packId === id))
  const offered = asked.length > 0 ? asked : await proposed()
  const preview = offered.length > 0 ? await settle(api.codes.preview({ courtId, packIds: offered, from })) : null

  // What the court has; for a new one what its model has, without the model's own pack.
  async function proposed(): Promise<string[]> {
    const own = court.packs.filter(({ validTo }) => validTo === null).map(({ packId }) => packId)
    if (own.length > 0) return own
    const model = console.courts.find(({ id }) => id === query['model'])
    if (!model) return []
    const page = await getCourt(model.id)
    const isOwn = (packId: string) => latest.some((pack) => pack.packId === packId && pack.layer === 'court')
    return page.packs.filter(({ validTo, packId }) => validTo === null && !isOwn(packId)).map(({ packId }) => packId)
  }

  return (
    <ConsolePage console={console} current="courts" currentId={courtId}>
      <CourtHead court={court} current="codes" />
      <BackLink href={`/courts/${courtId}/codes`} label={t('back')} />
      {query['new'] === '1' ? (
        <Alert tone="success" isLive className="mb-4" title={t('taken')}>
          {t('takenNext')}
        </Alert>
      ) : null}
      <h2 className="mb-3 text-xl">{t('assign')}</h2>
      <form method="get" className="mb-6 max-w-2xl space-y-3">
        {query['new'] === '1' ? <input type="hidden" name="new" value="1" /> : null}
        <fieldset>
          <legend className="mb-1 font-semibold">{t('choosePacks')}</legend>
          {latest.map((pack) => (
            <Checkbox
              key={pack.packId}
              id={`pack-${pack.packId}`}
              name="pack"
              value={pack.packId}
              defaultChecked={offered.includes(pack.packId)}
              label={
                <>
                  <span className="mr-2 font-semibold text-accent-text">
                    {layerMark({ layer: pack.layer, title: pack.title.zh })}
                  </span>
                  {say(pack.title)} <span className="text-muted">{pack.version}</span>
                </>
              }
              help={t('packHelp', { id: pack.packId, n: pack.courtCount })}
            />
          ))}
        </fieldset>
        <label className="block">
          <span className="mb-1 block font-semibold">{t('from')}</span>
          <Input type="date" name="from" defaultValue={from} className="max-w-56" />
        </label>
        <Button>{t('preview')}</Button>
      </form>
      {preview === null ? null : preview.ok && preview.value.layers.length === 0 ? (
        <Alert tone="warning">{t('notInForce')}</Alert>
      ) : preview.ok ? (
        <>
          <CodePreview preview={preview.value} />
          <ActionForm action={assign} summaryTitle={t('errorTitle')} className="mt-5">
            <input type="hidden" name="courtId" value={courtId} />
            <input type="hidden" name="from" value={from} />
            {offered.map((id) => (
              <input key={id} type="hidden" name="pack" value={id} />
            ))}
            <SubmitButton pendingLabel={t('saving')}>{t('assignNow')}</SubmitButton>
          </ActionForm>
        </>
      ) : (
        <Alert tone="danger" title={say(preview.reason)}>
          <Findings facts={preview.facts} />
        </Alert>
      )}
    </ConsolePage>
  )
}

function Findings({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const findings = Array.isArray(facts['findings']) ? facts['findings'].map(String) : []
  if (findings.length === 0) return null
  return (
    <ul className="list-disc pl-5 text-sm">
      {findings.map((finding) => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
  )
}
