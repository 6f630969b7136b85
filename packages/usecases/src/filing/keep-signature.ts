import type { Tx } from '@court/db/database'
import type { PersonActor } from '../actor.ts'
import type { UseCaseContext } from '../context.ts'
import type { SignatureInput } from './filing-inputs.ts'

type Signing = {
  courtId: string
  caseId: string
  partyId: string | null
  actor: PersonActor
  signature: SignatureInput
  signedHash: string
}

/** The strokes as they were drawn, and the hash of what they were drawn under. */
export async function keepSignature(tx: Tx, ctx: UseCaseContext, signing: Signing): Promise<void> {
  const { courtId, caseId, partyId, actor, signature, signedHash } = signing
  await tx.handSignature.createMany({
    data: [
      {
        courtId,
        id: ctx.newId(),
        caseId,
        partyId,
        personId: actor.personId,
        purpose: 'filing',
        strokes: signature,
        signedHash,
        signedAt: ctx.now(),
      },
    ],
  })
}
