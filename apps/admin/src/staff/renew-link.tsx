'use client'

import { Alert } from '@court/ui/alert'
import { SubmitButton } from '@court/ui/submit-button'
import { useActionState } from 'react'
import { renew } from './staff-actions.ts'

// Password and authenticator are void from the moment the new link is made; it is shown once.
export function RenewLink({
  courtId,
  staffId,
  origin,
  words,
}: {
  courtId: string
  staffId: string
  origin: string
  words: { act: string; saving: string; note: string; link: string; linkNote: string }
}) {
  const [answer, send] = useActionState(renew, null)
  return (
    <form action={send} className="min-w-64 flex-1">
      <input type="hidden" name="courtId" value={courtId} />
      <input type="hidden" name="staffId" value={staffId} />
      <SubmitButton pendingLabel={words.saving} variant="secondary" size="dense">
        {words.act}
      </SubmitButton>
      <p className="mt-1 text-sm text-muted">{words.note}</p>
      {answer?.token ? (
        <Alert tone="success" isLive className="mt-2" title={words.link}>
          <p className="font-mono text-sm break-all select-all">{`${origin}/staff/join/${answer.token}`}</p>
          <p className="text-sm text-muted">{words.linkNote}</p>
        </Alert>
      ) : null}
      {answer?.reason ? (
        <Alert tone="danger" isLive className="mt-2">
          {answer.reason}
        </Alert>
      ) : null}
    </form>
  )
}
