import type { CodePreview as Preview } from '@court/usecases/codes/assign-codes'
import { Badge } from '@court/ui/badge'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { layerMark } from './layer-mark.ts'
import { referenceLine } from '@court/site/reference-line'
import { valueText } from './value-text.ts'

// What the code would be: its layers from the nation down, and what each of them changes of those above.
export async function CodePreview({ preview }: { preview: Preview }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('codes'), getSay(), readPreferences()])
  return (
    <section aria-labelledby="code-preview" className="rounded-md border bg-surface px-4 py-3">
      <h3 id="code-preview" className="mb-2 font-semibold">
        {t('willBe')}
      </h3>
      <ol className="space-y-3">
        {preview.layers.map((layer) => (
          <li key={layer.packId}>
            <p>
              <Badge className="mr-2">{layerMark({ layer: layer.layer, title: layer.title.zh })}</Badge>
              {say(layer.title)} <span className="text-muted">{layer.version}</span>
            </p>
            {layer.changes.length > 0 ? (
              <ul className="mt-1 ml-10 space-y-1 text-sm">
                {layer.changes.map((change) => (
                  <li key={change.rule}>
                    {say(change.title)} <span className="text-xs text-muted">{change.rule}</span>：
                    <del className="text-muted">{valueText(change.from, locale, change.rule)}</del> →{' '}
                    <strong className="font-semibold">{valueText(change.to, locale, change.rule)}</strong>
                    <span className="ml-2 text-muted">{referenceLine(change.references, { locale })}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="ml-10 text-sm text-muted">{t('changesNothing')}</p>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-xs text-muted">{preview.hash.slice(0, 16)}</p>
    </section>
  )
}
