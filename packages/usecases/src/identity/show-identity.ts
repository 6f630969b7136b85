import { auditNation } from '../audit.ts'
import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { spend } from '../rate-limit.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { identityTextOf } from './identity-kinds.ts'

/** The own document number and phone in clear, each look written down. */
export async function showIdentity(
  ctx: UseCaseContext,
): Promise<Result<{ number: string | null; phone: string | null }>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const { personId } = person.actor
  return inNation(ctx, async (tx) => {
    const refusal = await spend(tx, ctx, [{ name: 'unmask', subject: personId, max: 20, windowSeconds: 3600 }])
    if (refusal) return refusal
    const row = await tx.person.findUnique({ where: { id: personId } })
    if (!row) return notFound()
    await auditNation(tx, ctx, { action: 'identity-unmasked', subject: { kind: 'person', id: personId } })
    const { keys } = ctx
    return accepted({
      number:
        row.idKind && row.idCipher
          ? identityTextOf(row.idKind, keys.open('person.identity-number', row.idCipher)).number
          : null,
      phone: row.phoneCipher ? keys.open('person.phone', row.phoneCipher) : null,
    })
  })
}
