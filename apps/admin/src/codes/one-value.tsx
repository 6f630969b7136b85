import type { RuleExplained } from '@court/usecases/admin/rules-in-force'
import { Table, Td, Th } from '@court/ui/table'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { Section } from '../console/section.tsx'
import { readPreferences } from '@court/site/preferences'
import { layerMark } from './layer-mark.ts'
import { referenceLine } from '@court/site/reference-line'
import { valueText } from './value-text.ts'

// One value of a rule: the sentence that explains it, then layer by layer what each made of it.
export async function OneValue({ explained, asked }: { explained: RuleExplained; asked: string }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('codes'), getSay(), readPreferences()])
  return (
    <Section id="layers" title={t('layers.label')}>
      <p className="measure mb-3">{say(explained.text)}</p>
      <Table label={t('layers.label')} isDense>
        <thead>
          <tr>
            <Th>{t('layers.title')}</Th>
            <Th>{t('value')}</Th>
            <Th>{t('source')}</Th>
          </tr>
        </thead>
        <tbody>
          {explained.layers.map((layer, index) => (
            <tr key={layer.pack}>
              <Td>
                <strong className="mr-2 font-semibold">
                  {layerMark({ layer: layer.layer, title: layer.packTitle.zh })}
                </strong>
                {say(layer.packTitle)}
              </Td>
              <Td className="max-w-96 break-words">
                {index > 0 && !layer.changed ? (
                  <span className="text-muted">{t('layers.silent')}</span>
                ) : (
                  valueText(layer.value, locale, asked)
                )}
              </Td>
              <Td className="text-muted">{referenceLine(layer.reference, { locale })}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
