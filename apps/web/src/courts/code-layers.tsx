import type { LayerInForce } from '@court/usecases/codes/layers-in-force'
import { MarkedChinese } from '@court/ui/marked-chinese'
import { Tag } from '@court/ui/tag'
import { getTranslations } from 'next-intl/server'
import { referenceLine } from '@court/site/reference-line'
import type { Say } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'

// National law, then what the superior courts and the court itself add: each change with where it comes from.
export async function CodeLayers({ layers, say }: { layers: LayerInForce[]; say: Say }) {
  const [t, { locale }] = await Promise.all([getTranslations('courts'), readPreferences()])
  const cite = (references: Parameters<typeof referenceLine>[0]) =>
    referenceLine(references, { locale, unverified: t('unverified') })
  return (
    <ol className="space-y-4">
      {layers.map((layer) => (
        <li key={layer.packId}>
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{say(layer.title)}</span>
            <Tag>
              {layer.layer === 'national'
                ? t('layerNational')
                : layer.layer === 'superior'
                  ? t('layerSuperior')
                  : t('layerCourt')}
            </Tag>
            <span className="text-sm text-muted">{layer.version}</span>
          </p>
          {layer.changes.length > 0 ? (
            <ul className="mt-1 list-disc space-y-1 pl-5 text-sm">
              {layer.changes.map((change) => (
                <li key={change.rule}>
                  {say(change.title)}: <del className="text-muted">{say(change.fromWords)}</del>{' '}
                  <strong>{say(change.toWords)}</strong>
                  {change.references.length > 0 ? (
                    <span className="ml-2 text-muted">
                      <MarkedChinese text={cite(change.references)} locale={locale} />
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
