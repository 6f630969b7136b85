import { settle } from '@court/api/errors'
import { ActionForm } from '@court/ui/action-form'
import { CodeInput } from '@court/ui/code-input'
import { Disclosure } from '@court/ui/disclosure'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { toString as drawQr } from 'qrcode'
import { getApi } from '../../../../../server/api.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { pairAuthenticator } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('staff.pairTitle'), referrer: 'no-referrer' }
}

export default async function PairPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, door, api] = await Promise.all([getTranslations('sign-in'), getTranslations('staff-door'), getApi()])
  const invitation = await settle(api.accounts.readInvitation({ token }))
  if (!invitation.ok || !invitation.value.totp) redirect(`/staff/join/${token}`)
  const { secret, uri } = invitation.value.totp
  const picture = Buffer.from(await drawQr(uri, { type: 'svg', margin: 2 })).toString('base64')
  return (
    <NarrowPage title={t('staff.pairTitle')} lead={t('staff.pairLead')}>
      {/* White behind it in dark mode too: a scanner needs the light frame. */}
      <img
        src={`data:image/svg+xml;base64,${picture}`}
        alt={t('staff.qr')}
        width={232}
        height={232}
        className="rounded-md border bg-white"
      />
      <Disclosure summary={t('staff.secret')}>
        <code className="text-lg break-all select-all">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </Disclosure>
      <ActionForm action={pairAuthenticator} summaryTitle={t('errorTitle')} className="space-y-5">
        <input type="hidden" name="token" value={token} />
        <CodeInput label={door('code')} />
        <SubmitButton pendingLabel={t('checking')} size="large">
          {t('staff.pair')}
        </SubmitButton>
      </ActionForm>
    </NarrowPage>
  )
}
