import type { RuleRow } from '@court/usecases/admin/rules-in-force'
import { Table, Td, Th } from '@court/ui/table'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { layerMark } from './layer-mark.ts'
import { LayerChips } from './layers.tsx'
import { referenceLine } from '@court/site/reference-line'
import { ruleSummary, valueText } from './value-text.ts'

// The rules of one section as they hold here: what, how much, from which article, and which layer changed what.
export async function RuleTable({
  rules,
  section,
  href,
}: {
  rules: RuleRow[]
  section: string
  href: (rule: string) => string
}) {
  const [t, say, { locale }] = await Promise.all([getTranslations('codes'), getSay(), readPreferences()])
  return (
    <Table label={t('rules')} isDense>
      <thead>
        <tr>
          <Th>{t('rule')}</Th>
          <Th>{t('value')}</Th>
          <Th className="hidden md:table-cell">{t('source')}</Th>
          <Th>{t('layers.title')}</Th>
        </tr>
      </thead>
      <tbody>
        {rules.map((row) => (
          <tr key={row.path}>
            <Td>
              <a className="link inline-flex min-h-6 items-center" href={href(row.path)}>
                {say(row.title)}
              </a>
              <span className="block text-xs text-muted">{row.id}</span>
            </Td>
            <Td className="whitespace-nowrap">{ruleSummary(section, row.rule, locale)}</Td>
            <Td className="hidden max-w-72 text-muted md:table-cell">{referenceLine(row.references, { locale })}</Td>
            <Td>
              {row.changes.length === 0 && row.owner ? (
                <span className="text-sm text-muted" title={say(row.owner.title)}>
                  {layerMark({ layer: row.owner.layer, title: row.owner.title.zh })}
                </span>
              ) : null}
              {row.changes.map((change) => (
                <span key={change.path} className="flex flex-wrap items-center gap-x-2">
                  <LayerChips layers={change.layers} path={change.path} />
                  <span className="text-sm">
                    <del className="text-muted">{valueText(change.layers[0]?.value, locale, change.path)}</del>{' '}
                    <strong className="font-semibold">
                      {valueText(change.layers.at(-1)?.value, locale, change.path)}
                    </strong>
                  </span>
                </span>
              ))}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
