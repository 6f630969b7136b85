import { readableFields } from '@court/procedure/docket/view'
import { maskName } from '../../identity/check-name.ts'
import type { OpenCase } from '../open-case.ts'

/** The name of a party as this actor reads it: one's own always, that of others by the rights of the code. */
export function partyNames(open: OpenCase): (partyId: string | undefined | null) => string | null {
  const canReadNames = readableFields(open.state, open.code, open.acting).includes('name')
  const names = new Map(
    open.people.parties.map((party) => {
      const isOwn = party.id === open.acting.partyId
      return [
        party.id,
        canReadNames || isOwn || party.kind === 'organisation' ? party.displayName : maskName(party.displayName),
      ]
    }),
  )
  return (partyId) => (partyId ? (names.get(partyId) ?? null) : null)
}
