import type { ExplainedLayer } from '@court/procedure/code/explain'
import { referencesOf } from '@court/procedure/code/schema/reference'
import { RuleSource } from '@court/ui/court/rule-source'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { layerMark } from './layer-mark.ts'
import { referenceLine } from '@court/site/reference-line'
import { valueText } from './value-text.ts'

// 国 → 浙 → 甬: which layer gave the value that holds; opens to say what each of them says.
export async function LayerChips({ layers, path }: { layers: ExplainedLayer[]; path: string }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('codes'), getSay(), readPreferences()])
  return (
    <RuleSource
      layers={layers.map((layer, index) => ({
        id: layer.pack,
        mark: layerMark({ layer: layer.layer, title: layer.packTitle.zh }),
        title: say(layer.packTitle),
        value: valueText(layer.value, locale, path),
        reference: referenceLine(layer.reference, { locale }) || undefined,
        isUnverified: referencesOf(layer.reference).some(({ verified }) => verified === false),
        state: index === 0 ? 'sets' : layer.changed ? 'changes' : 'silent',
      }))}
      words={{
        label: t('layers.label'),
        states: {
          sets: t('layers.sets'),
          changes: t('layers.changes'),
          keeps: t('layers.keeps'),
          silent: t('layers.silent'),
        },
        unverified: t('unverified'),
      }}
    />
  )
}
