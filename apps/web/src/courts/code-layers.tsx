import type { LayerInForce } from '@court/usecases/codes/layers-in-force'
import { Tag } from '@court/ui/tag'
import { getTranslations } from 'next-intl/server'
import type { Say } from '../i18n/say.ts'

// National law, then what the superior courts and the court itself add: each change with where it comes from.
export async function CodeLayers({ layers, say }: { layers: LayerInForce[]; say: Say }) {
  const t = await getTranslations('courts')
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
                  {say(change.title)}: <del className="text-muted">{valueText(change.from)}</del>{' '}
                  <strong>{valueText(change.to)}</strong>
                  {change.references.map((reference) => (
                    <span key={JSON.stringify(reference)} className="ml-2 text-muted">
                      {'law' in reference
                        ? t('article', { law: reference.law, article: String(reference.article) })
                        : reference.reported}
                      {reference.verified === false ? `（${t('unverified')}）` : ''}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
}
