'use client'

import { Alert } from '@court/ui/alert'
import { ErrorSummary } from '@court/ui/error-summary'
import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import { Select, type SelectOption } from '@court/ui/select'
import { SubmitButton } from '@court/ui/submit-button'
import { useActionState, type ReactNode } from 'react'
import { invite } from './invite-action.ts'

export type InviteWords = {
  errorTitle: string
  login: string
  loginHelp: string
  name: string
  title: string
  optional: string
  unit: string
  noUnit: string
  act: string
  saving: string
  link: string
  linkNote: string
  noLink: string
}

// The link stands on the page after it was made and nowhere else: it is not kept, not even by us.
export function InviteForm({
  courtId,
  origin,
  units,
  words,
  roles,
}: {
  courtId: string
  origin: string
  units: SelectOption[]
  words: InviteWords
  roles: ReactNode
}) {
  const [answer, send] = useActionState(invite, null)
  const errors = answer?.kind === 'refused' ? answer.errors : {}
  const values = answer?.kind === 'refused' ? answer.values : {}
  const of = (name: string) => ({ error: errors[name], defaultValue: values[name] ?? '' })
  return (
    <>
      {answer?.kind === 'invited' ? (
        <Alert tone="success" isLive className="mb-4" title={answer.name}>
          {answer.token ? (
            <>
              <p>{words.link}</p>
              <p className="my-1 font-mono text-sm break-all select-all">{`${origin}/staff/join/${answer.token}`}</p>
              <p className="text-sm text-muted">{words.linkNote}</p>
            </>
          ) : (
            <p>{words.noLink}</p>
          )}
        </Alert>
      ) : null}
      <form action={send} noValidate className="max-w-2xl space-y-4">
        {answer?.kind === 'refused' ? (
          <ErrorSummary
            key={answer.at}
            title={words.errorTitle}
            errors={Object.entries(errors).map(([name, message]) =>
              name ? { fieldId: `f-${name}`, message } : { message },
            )}
          />
        ) : null}
        <input type="hidden" name="courtId" value={courtId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field id="f-name" label={words.name} error={of('name').error}>
            {(control) => <Input name="name" defaultValue={of('name').defaultValue} autoComplete="off" {...control} />}
          </Field>
          <Field id="f-login" label={words.login} help={words.loginHelp} error={of('login').error}>
            {(control) => (
              <Input
                name="login"
                defaultValue={of('login').defaultValue}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                {...control}
              />
            )}
          </Field>
          <Field id="f-title" label={words.title} note={words.optional} error={of('title').error}>
            {(control) => (
              <Input name="title" defaultValue={of('title').defaultValue} autoComplete="off" {...control} />
            )}
          </Field>
          <Field id="f-unitId" label={words.unit} error={of('unitId').error}>
            {(control) => (
              <Select
                name="unitId"
                key={of('unitId').defaultValue}
                defaultValue={of('unitId').defaultValue}
                placeholder={words.noUnit}
                options={units}
                {...control}
              />
            )}
          </Field>
        </div>
        {roles}
        <SubmitButton pendingLabel={words.saving}>{words.act}</SubmitButton>
      </form>
    </>
  )
}
