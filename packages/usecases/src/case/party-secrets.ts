import type { UseCaseContext } from '../context.ts'

/** How the personal data of parties and agents are sealed: one purpose per column, so that nothing opens in another place. */
export const partySecrets = {
  'identity-number': { column: 'idCipher', purpose: 'party.identity-number' },
  phone: { column: 'phoneCipher', purpose: 'party.phone' },
  address: { column: 'addressCipher', purpose: 'party.address' },
  email: { column: 'emailCipher', purpose: 'party.email' },
} as const

/** The same purposes as of national accounts: a party is found to be an account holder by its number. */
export const partyIndexPurpose = { 'identity-number': 'person.identity-number', phone: 'person.phone' } as const

type Field = keyof typeof partySecrets

export const sealPartyField = (ctx: UseCaseContext, field: Field, plain: string | undefined): string | null =>
  plain === undefined || plain === '' ? null : ctx.keys.seal(partySecrets[field].purpose, plain)

export const openPartyField = (ctx: UseCaseContext, field: Field, sealed: string | null): string | null =>
  sealed === null ? null : ctx.keys.open(partySecrets[field].purpose, sealed)

export const indexPartyField = (
  ctx: UseCaseContext,
  field: keyof typeof partyIndexPurpose,
  plain: string | undefined,
): string | null => (plain === undefined || plain === '' ? null : ctx.keys.blindIndex(partyIndexPurpose[field], plain))
