import { Table, Td, Th } from '@court/ui/table'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { layerMark } from '../../codes/layer-mark.ts'
import { answered } from '../../console/answered.ts'
import { ConsolePage } from '../../console/console-page.tsx'
import { getConsole } from '../../console/get-courts.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../server/api.ts'

export async function generateMetadata() {
  const t = await getTranslations('codes')
  return { title: t('published') }
}

export default async function CodesPage() {
  const [console, api, t, say, { locale }] = await Promise.all([
    getConsole(),
    getApi(),
    getTranslations('codes'),
    getSay(),
    readPreferences(),
  ])
  const packs = await answered(api.codes.packs())
  return (
    <ConsolePage console={console} current="codes" below="/codes">
      <h1 className="mb-1 text-2xl">{t('published')}</h1>
      <p className="mb-4 text-muted">{t('publishedLead')}</p>
      <Table label={t('published')} isDense>
        <thead>
          <tr>
            <Th>{t('layers.title')}</Th>
            <Th>{t('pack')}</Th>
            <Th>{t('version')}</Th>
            <Th className="hidden md:table-cell">{t('validFrom')}</Th>
            <Th className="text-right">{t('courtCount')}</Th>
            <Th className="hidden lg:table-cell">{t('hashTitle')}</Th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <tr key={pack.hash}>
              <Td className="font-semibold text-accent-text">
                {layerMark({ layer: pack.layer, title: pack.title.zh })}
              </Td>
              <Td>
                {say(pack.title)}
                <span className="block text-xs text-muted">{pack.packId}</span>
              </Td>
              <Td>{pack.version}</Td>
              <Td className="hidden md:table-cell">{formatDay(pack.validFrom, locale)}</Td>
              <Td className="text-right">{pack.courtCount}</Td>
              <Td className="hidden text-xs text-muted lg:table-cell">{pack.hash.slice(0, 16)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ConsolePage>
  )
}
