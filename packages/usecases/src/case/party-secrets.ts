import type { UseCaseContext } from '../context.ts'
import { partySeals } from '../filing/party-identity.ts'

/** Columns of a party that hold sealed personal data, and the purpose each is sealed under. */
export const partySecrets = {
  'identity-number': { column: 'idCipher', purpose: partySeals.identityNumber },
  phone: { column: 'phoneCipher', purpose: partySeals.phone },
  address: { column: 'addressCipher', purpose: partySeals.address },
  email: { column: 'emailCipher', purpose: partySeals.email },
} as const

export const openPartyField = (
  ctx: UseCaseContext,
  field: keyof typeof partySecrets,
  sealed: string | null,
): string | null => (sealed === null ? null : ctx.keys.open(partySecrets[field].purpose, sealed))
