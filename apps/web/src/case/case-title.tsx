import { settle } from '@court/api/errors'
import { readPreferences } from '@court/site/preferences'
import { MarkedChinese } from '@court/ui/marked-chinese'
import type { CauseNode } from '@court/usecases/causes/cause-tree'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getApi } from '../server/api.ts'
import { titleParts } from './title-parts.ts'

/** The title of a case for its reader: as the court writes it, or in English with the names as they are. */
export async function CaseTitle({ title }: { title: string }) {
  const { locale } = await readPreferences()
  if (locale !== 'en') return title
  const [t, causes] = await Promise.all([getTranslations('case'), englishCauses()])
  const parts = titleParts(title, causes)
  if (!parts) return <MarkedChinese text={title} locale={locale} />
  const { plaintiffs, defendants, cause } = parts
  return (
    <>
      <MarkedChinese text={plaintiffs.name} locale={locale} />
      {plaintiffs.hasOthers ? ` ${t('title.others')}` : null} {t('title.against')}{' '}
      <MarkedChinese text={defendants.name} locale={locale} />
      {defendants.hasOthers ? ` ${t('title.others')}` : null}, {cause}
    </>
  )
}

/** A cause of action as rows of cases keep it, in Chinese; in English where the catalogue has it. */
export async function CauseTitle({ title }: { title: string }) {
  const { locale } = await readPreferences()
  if (locale !== 'en') return title
  return (await englishCauses()).get(title) ?? <MarkedChinese text={title} locale={locale} />
}

/** Chinese title → English one; read once while a page is drawn, for English readers alone. */
const englishCauses = cache(async (): Promise<ReadonlyMap<string, string>> => {
  const tree = await settle((await getApi()).causes.tree())
  return new Map(tree.ok ? tree.value.flatMap(titlesBelow) : [])
})

const titlesBelow = ({ title, children }: CauseNode): [string, string][] => [
  [title.zh, title.en],
  ...children.flatMap(titlesBelow),
]
