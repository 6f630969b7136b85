import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { StageMap } from '@court/ui/court/stage-map'
import { getTranslations } from 'next-intl/server'
import type { CaseReader } from './case-reader.ts'

export async function RoadSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const { stages } = page
  return (
    <section aria-labelledby="road">
      <h2 id="road" className="mb-3 text-xl">
        {t('road.title')}
      </h2>
      <StageMap
        label={t('road.title')}
        states={stages.states.map((state) => ({
          id: state.id,
          label: reader.say(state.title),
          phase: state.phase,
          order: state.order,
        }))}
        moves={stages.moves.map(({ from, to }) => ({ from, to }))}
        currentId={stages.current}
        visitedIds={stages.visited}
        words={{ current: t('road.current'), visited: t('road.visited'), ahead: t('road.ahead') }}
      />
    </section>
  )
}
