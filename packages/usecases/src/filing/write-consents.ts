import type { Tx } from '@court/db/database'
import type { FormInput } from '@court/procedure/code/form-values'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Form } from '@court/procedure/code/schema/forms'
import type { Entry } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import { consentTexts } from './consent-texts.ts'
import { partiesIn } from './filing-input.ts'
import { partySeals } from './party-identity.ts'

type Writing = {
  courtId: string
  caseId: string
  code: ResolvedCode
  form: Form
  input: FormInput
  entries: readonly Entry[]
  personId: string
  identityVerifiedAt: Date | null
  /** Whose consent it is, when the form names no plaintiffs: the party that joins. */
  partyId?: string | null
}

const eServiceConsent = 'electronic-service'

/**
 * Each consent as it was given or not, for every plaintiff or the party that joins, with version and hash of the text that was shown; and what electronic service
 * stands on, as three facts apart: identity, address, consent.
 */
export async function writeConsents(tx: Tx, ctx: UseCaseContext, writing: Writing): Promise<void> {
  const { courtId, caseId, code, form, input, entries, personId, identityVerifiedAt } = writing
  const texts = consentTexts(code)
  const plaintiffs = writing.partyId
    ? [{ id: writing.partyId }]
    : partiesIn(form, input).filter(({ role }) => role === 'plaintiff')
  const asked = Object.entries(form.fields).flatMap(([name, field]) => {
    const text = field.type === 'consent' ? texts[field.consent] : undefined
    return field.type === 'consent' && text ? [{ id: field.consent, text, isGiven: input[name] === true }] : []
  })
  const seqOf = (consent: string, partyId: string) =>
    entries.find((entry) => entry.subject === partyId && entry.data['consent'] === consent)?.seq ?? null
  await tx.onlineConsent.createMany({
    data: plaintiffs.flatMap((party) =>
      asked.map(({ id, text, isGiven }) => ({
        courtId,
        id: ctx.newId(),
        caseId,
        partyId: party.id,
        personId,
        stage: text.stage,
        choice: isGiven ? 'given' : 'refused',
        noticeVersion: text.version,
        noticeHash: text.hash,
        entrySeq: seqOf(id, party.id),
        at: ctx.now(),
      })),
    ),
  })
  const service = asked.find(({ id }) => id === eServiceConsent)
  const address = Object.entries(form.fields).find(([, field]) => field.type === 'address' && field.electronic)?.[0]
  if (!service || address === undefined || input[address] === undefined) return
  const documentKinds = Object.entries(code.service[eServiceConsent]?.electronic ?? {}).flatMap(([kind, isOn]) =>
    isOn ? [kind] : [],
  )
  await tx.eServiceConsent.createMany({
    data: plaintiffs.map((party) => ({
      courtId,
      id: ctx.newId(),
      caseId,
      partyId: party.id,
      personId,
      channel: 'platform',
      addressCipher: ctx.keys.seal(partySeals.serviceAddress, JSON.stringify(input[address])),
      documentKinds: service.isGiven ? documentKinds : [],
      identityVerifiedAt,
      addressConfirmedAt: ctx.now(),
      consentedAt: service.isGiven ? ctx.now() : null,
      noticeVersion: service.text.version,
      noticeHash: service.text.hash,
    })),
  })
}
