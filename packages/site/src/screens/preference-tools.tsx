import { PreferenceButton } from '@court/ui/preference-button'
import { getTranslations } from 'next-intl/server'
import { readPreferences } from '../preferences.ts'

type Post = (form: FormData) => Promise<void>

// The other language is named in itself, so that whoever needs it can read it.
export async function PreferenceTools({ chooseLocale, chooseElder }: { chooseLocale: Post; chooseElder: Post }) {
  const [t, { locale, isElder }] = await Promise.all([getTranslations('preferences'), readPreferences()])
  const other =
    locale === 'zh-CN' ? ({ value: 'en', label: 'English' } as const) : ({ value: 'zh-CN', label: '中文' } as const)
  return (
    <>
      <PreferenceButton
        action={chooseElder}
        name="elder"
        value={isElder ? '0' : '1'}
        label={isElder ? t('elderOff') : t('elderOn')}
      />
      <PreferenceButton
        action={chooseLocale}
        name="locale"
        value={other.value}
        label={other.label}
        language={other.value}
      />
    </>
  )
}
