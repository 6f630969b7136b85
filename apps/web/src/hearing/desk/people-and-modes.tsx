import type { HearingLine } from '@court/usecases/hearings/hearing-types'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'

// Who comes how; and who was asked about online and has not answered.
export async function PeopleAndModes({ people }: { people: HearingLine['people'] }) {
  const [t, say] = await Promise.all([getTranslations('hearing'), getSay()])
  return (
    <ul className="space-y-0.5">
      {people.map((person, index) => (
        <li key={index}>
          {person.name}{' '}
          <span className="text-muted">
            {say(person.roleTitle)} · {t(`modes.${person.mode}`)}
          </span>
          {person.mode === 'online' && person.consent !== null && person.consent !== 'given' ? (
            <span className="ml-1 font-semibold text-warning">{t(`consents.${person.consent}`)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
