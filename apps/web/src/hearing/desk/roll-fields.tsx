import type { HearingPlan } from '@court/usecases/hearings/hearing-types'
import { getSay } from '@court/site/say'
import { readHearingWords } from '../read-words.ts'
import { RollTable } from './roll-table.tsx'

export async function RollFields({ plan }: { plan: HearingPlan }) {
  const [say, { words }] = await Promise.all([getSay(), readHearingWords()])
  return (
    <RollTable
      words={words}
      people={plan.people.map(({ who, name, consent, isExpected, side, roleTitle }) => ({
        who,
        name,
        consent,
        isExpected,
        side,
        roleText: say(roleTitle),
      }))}
    />
  )
}
