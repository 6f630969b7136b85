import type { Say } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { CaseTitle } from '../case/case-title.tsx'
import { hearingPath } from './hearing-path.ts'
import { placeOfLine } from './hearing-section.tsx'
import { HearingTime } from './hearing-time.tsx'
import { myHearings } from './list-hearings.ts'

// On top of "my cases": the days one must not miss, over all courts.
export async function ComingHearings({ say }: { say: Say }) {
  const [t, { coming }] = await Promise.all([getTranslations('hearing'), myHearings()])
  if (coming.length === 0) return null
  return (
    <section aria-labelledby="coming" className="space-y-3">
      <h2 id="coming" className="text-xl">
        {t('section.coming')}
      </h2>
      <ul className="space-y-3">
        {coming.slice(0, 3).map((line) => (
          <li
            key={line.hearingId}
            className="relative rounded-md border border-l-4 border-l-accent-text bg-surface px-4 py-3 hover:border-line-strong sm:px-5"
          >
            <a
              href={hearingPath('party', placeOfLine(line))}
              className="inline-flex min-h-target items-center text-lg font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
            >
              {say(line.kindTitle)} · <CaseTitle title={line.caseTitle} />
            </a>
            <p>
              <HearingTime startsAt={line.startsAt} zone={line.zone} />
            </p>
            <p className="text-sm text-muted">
              {say(line.courtName)} · {line.mode ? t(`modes.${line.mode}`) : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
