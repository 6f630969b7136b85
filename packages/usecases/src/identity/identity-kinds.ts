/** What a natural person's identity of level 1 stands on. An organisation is a row of its own. */
export const identityKinds = ['resident-id', 'passport'] as const
export type IdentityKind = (typeof identityKinds)[number]

export type IdentityText = { kind: IdentityKind; number: string; country: string | null }

/** What is sealed and indexed: a passport number alone is not unique in the world, so its country stands before it (`DE L01X00T47`). */
export const sealedTextOf = ({ number, country }: IdentityText): string => (country ? `${country} ${number}` : number)

/** The reverse; `kind` comes from the row. */
export function identityTextOf(kind: string, text: string): IdentityText {
  if (kind !== 'passport') return { kind: 'resident-id', number: text, country: null }
  return { kind: 'passport', country: text.slice(0, 2), number: text.slice(3) }
}
