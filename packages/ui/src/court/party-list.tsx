import type { ReactNode } from 'react'

export type PartyEntry = {
  id: string
  role: string
  name: string
  kind?: string | undefined // person, company, …
  note?: ReactNode // served on …, address protected
  people?: { id: string; relation: string; name: string; note?: string | undefined }[] | undefined // agents, guardian, representative
}

// The parties as a tree: who stands on which side, and who acts for whom with which powers.
export function PartyList({ sides }: { sides: { role: string; parties: PartyEntry[] }[] }) {
  return (
    <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
      {sides
        .filter((side) => side.parties.length > 0)
        .map((side) => (
          <section key={side.role} aria-label={side.role}>
            <h3 className="border-b pb-1 text-sm font-semibold text-muted">{side.role}</h3>
            <ul>
              {side.parties.map((party) => (
                <li key={party.id} className="border-b py-2.5 last:border-b-0">
                  <p>
                    <span className="font-semibold">{party.name}</span>
                    {party.kind ? <span className="ml-2 text-sm text-muted">{party.kind}</span> : null}
                    {party.role === side.role ? null : <span className="ml-2 text-sm text-muted">{party.role}</span>}
                  </p>
                  {party.note ? <div className="text-sm text-muted">{party.note}</div> : null}
                  {party.people && party.people.length > 0 ? (
                    <ul className="mt-1 ml-1 border-l pl-4">
                      {party.people.map((person) => (
                        <li
                          key={person.id}
                          className="relative py-0.5 text-sm before:absolute before:top-[1em] before:-left-4 before:w-3 before:border-t"
                        >
                          <span className="text-muted">{person.relation}</span> {person.name}
                          {person.note ? <span className="text-muted">（{person.note}）</span> : null}
                        </li>
                      ))}
                    </ul>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
