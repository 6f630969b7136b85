import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { StageMap } from '@court/ui/court/stage-map'
import { Disclosure } from '@court/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'

// The road of the case and the codes it runs under, for whoever asks.
export async function Road({ page }: { page: CasePage }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  const { stages } = page
  return (
    <Disclosure summary={t('road.title')}>
      <StageMap
        label={t('road.title')}
        states={[...stages.states]
          .sort((a, b) => a.order - b.order)
          .map(({ id, title }) => ({ id, label: say(title) }))}
        moves={[...new Map(stages.moves.map((move) => [`${move.from} ${move.to}`, move])).values()]}
        currentId={stages.current}
        visitedIds={stages.visited}
        words={{ current: t('road.current'), visited: t('road.visited'), ahead: t('road.ahead') }}
      />
      <p className="mt-3 text-sm text-muted">
        {t('road.codes', {
          packs: page.packs.map((pack) => `${say(pack.title)} ${pack.version}`).join(t('listMark')),
          hash: page.codeHash.slice(0, 12),
        })}
      </p>
    </Disclosure>
  )
}
