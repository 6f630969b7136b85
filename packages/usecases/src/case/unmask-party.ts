import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notAllowed, notFound, type Result } from '../refusal.ts'
import type { UnmaskInput } from './case-inputs.ts'
import { inCourt } from './in-court.ts'
import { courtIdFor, openCase } from './open-case.ts'
import { unmaskable } from './page/view-parties.ts'
import { openPartyField, partySecrets } from './party-secrets.ts'

/** Shows one personal datum of a party in full, and logs who saw it and why. */
export async function unmaskParty(ctx: UseCaseContext, input: UnmaskInput): Promise<Result<{ value: string | null }>> {
  const { courtSlug, caseId, partyId, field, why } = input
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return inCourt(ctx, courtId, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId })
    if (!open.ok) return open
    const party = open.value.people.parties.find(({ id }) => id === partyId)
    if (!party) return notFound()
    if (!unmaskable(open.value, party).includes(field)) return notAllowed({ field })
    await audit(tx, ctx, {
      action: 'party-unmasked',
      courtId,
      caseId,
      subject: { kind: 'party', id: partyId },
      data: { field, why },
    })
    return accepted({ value: openPartyField(ctx, field, party[partySecrets[field].column]) })
  })
}
