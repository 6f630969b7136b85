import { Table, Td, Th } from '@court/ui/table'
import { getTranslations } from 'next-intl/server'
import { ConsolePage } from '../../console/console-page.tsx'
import { levelOf } from '../../console/court-head.tsx'
import { getConsole } from '../../console/get-courts.ts'
import { getSay } from '@court/site/say'

export async function generateMetadata() {
  const t = await getTranslations('courts')
  return { title: t('title') }
}

export default async function CourtsPage() {
  const [console, t, say] = await Promise.all([getConsole(), getTranslations('courts'), getSay()])
  return (
    <ConsolePage console={console} current="courts">
      <h1 className="mb-3 text-2xl">{t('title')}</h1>
      <p className="mb-3 text-muted">{t('lead', { n: console.courts.length })}</p>
      <Table label={t('title')} isDense>
        <thead>
          <tr>
            <Th>{t('name')}</Th>
            <Th>{t('code')}</Th>
            <Th className="hidden sm:table-cell">{t('levelTitle')}</Th>
            <Th>{t('statusTitle')}</Th>
            <Th className="hidden sm:table-cell">{t('tabCodes')}</Th>
          </tr>
        </thead>
        <tbody>
          {console.courts.map((court) => (
            <tr key={court.id}>
              <Td>
                <a className="link inline-flex min-h-6 items-center" href={`/courts/${court.id}`}>
                  {say({ zh: court.nameZh, en: court.nameEn })}
                </a>
              </Td>
              <Td>{court.code ?? t('noCode')}</Td>
              <Td className="hidden sm:table-cell">{t(`level.${levelOf(court.level)}`)}</Td>
              <Td>
                {t(`status.${court.status === 'open' ? 'open' : court.status === 'closed' ? 'closed' : 'preparing'}`)}
              </Td>
              <Td className="hidden sm:table-cell">{court.hasPacks ? t('assigned') : t('notAssigned')}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ConsolePage>
  )
}
