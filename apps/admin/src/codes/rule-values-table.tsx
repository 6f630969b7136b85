import type { RuleExplained } from '@court/usecases/admin/rules-in-force'
import { Table, Td, Th } from '@court/ui/table'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { Section } from '../console/section.tsx'
import { readPreferences } from '@court/site/preferences'
import { layerMark } from './layer-mark.ts'
import { LayerChips } from './layers.tsx'
import { ruleValues } from './rule-values.ts'
import { valueText } from './value-text.ts'

// The whole rule, value by value, each with the layer it comes from; a value leads to its own explanation.
export async function RuleValues({ explained, href }: { explained: RuleExplained; href: (rule: string) => string }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('codes'), getSay(), readPreferences()])
  const { owner } = explained
  return (
    <Section id="values" title={t('layers.label')}>
      {owner ? <p className="mb-2 text-sm text-muted">{t('owner', { pack: say(owner.title) })}</p> : null}
      <Table label={t('layers.label')} isDense>
        <thead>
          <tr>
            <Th>{t('part')}</Th>
            <Th>{t('value')}</Th>
            <Th>{t('layers.title')}</Th>
          </tr>
        </thead>
        <tbody>
          {ruleValues(explained.rule).map(({ inner, value }) => {
            const change = explained.changes.find((one) => one.inner === inner)
            return (
              <tr key={inner}>
                <Td>
                  <a className="link inline-flex min-h-6 items-center" href={href(`${explained.path}.${inner}`)}>
                    {inner}
                  </a>
                </Td>
                <Td className="max-w-96 break-words">{valueText(value, locale, `${explained.path}.${inner}`)}</Td>
                <Td>
                  {change ? (
                    <LayerChips layers={change.layers} path={change.path} />
                  ) : owner ? (
                    <span className="text-muted">{layerMark({ layer: owner.layer, title: owner.title.zh })}</span>
                  ) : null}
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </Section>
  )
}
