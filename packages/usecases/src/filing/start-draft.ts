import type { FormInput, PartyValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { Tx } from '@court/db/database'
import { prefill } from '@court/procedure/docket/check-input'
import { authorisePerson } from '../authorise.ts'
import { keepCode, loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { oncePerKey } from '../idempotency.ts'
import { inNation } from '../nation.ts'
import { identityTextOf } from '../identity/identity-kinds.ts'
import { accepted, notFound, refuse, type Result } from '../refusal.ts'
import { sealDraft } from './draft-data.ts'
import { startDraftInput, type StartDraftInput } from './filing-inputs.ts'
import { partyFields } from './filing-input.ts'
import { formOf, noFilingsHere } from './open-draft.ts'

/** Nobody prepares more at once; it keeps a robot from filling the house. */
const openDraftsMax = 50

/** Begins a filing at a court, with what the account knows of its person filled in as the first plaintiff. */
export async function startDraft(ctx: UseCaseContext, given: StartDraftInput): Promise<Result<{ draftId: string }>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const { personId } = person.actor
  const { key, ...input } = startDraftInput.parse(given)
  return inNation(ctx, (tx) =>
    oncePerKey(tx, ctx, { key, request: { startDraft: input } }, async () => {
      const court = await courtBrief(tx, ctx, { slug: input.courtSlug })
      if (!court || court.status === 'closed') return notFound()
      const code = await loadCode(tx, ctx, { courtId: court.courtId, on: court.today })
      const filing = code && formOf(code)
      if (!filing || court.status !== 'open') return noFilingsHere()
      const open = await tx.draft.count({ where: { personId, submittedAt: null } })
      if (open >= openDraftsMax) return tooManyDrafts()
      await keepCode(tx, court.courtId, code)
      const fields: FormInput = {
        ...(prefill(filing.formId, { code, today: court.today }) as FormInput),
        ...(await ownPlaintiff(tx, ctx, personId, filing.form)),
        ...chosenCause(filing.form, input.cause),
      }
      const draft = await tx.draft.create({
        data: {
          id: ctx.newId(),
          personId,
          courtId: court.courtId,
          codeHash: code.hash,
          data: sealDraft(ctx, fields),
          fieldVersions: {},
          createdAt: ctx.now(),
          updatedAt: ctx.now(),
        },
      })
      return accepted({ draftId: draft.id })
    }),
  )
}

async function ownPlaintiff(tx: Tx, ctx: UseCaseContext, personId: string, form: Form): Promise<FormInput> {
  const [name] = partyFields(form)
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  if (name === undefined || !person.legalName || !person.idCipher || !person.idKind) return {}
  const identity = identityTextOf(person.idKind, ctx.keys.open('person.identity-number', person.idCipher))
  const party: PartyValue = {
    id: 'p1',
    role: 'plaintiff',
    kind: 'person',
    name: person.legalName,
    idKind: identity.kind,
    idNumber: identity.number,
    ...(identity.country !== null && { nationality: identity.country }),
    ...(person.phoneCipher && { phone: ctx.keys.open('person.phone', person.phoneCipher) }),
    ...(person.emailCipher && { email: ctx.keys.open('person.email', person.emailCipher) }),
    abroad: false,
    missing: false,
  }
  return { [name]: [party] }
}

function chosenCause(form: Form, cause: string | undefined): FormInput {
  const name = Object.keys(form.fields).find((one) => form.fields[one]?.type === 'cause')
  return name !== undefined && cause !== undefined ? { [name]: cause } : {}
}

const tooManyDrafts = () =>
  refuse({
    ruleId: 'draft.too-many',
    reason: {
      zh: `您已有${openDraftsMax}份没有提交的起诉。请先提交，或删去不需要的，再新建。`,
      en: `You have ${openDraftsMax} filings that are not submitted yet. Submit or delete some before you begin another.`,
    },
    facts: { openDraftsMax },
  })
