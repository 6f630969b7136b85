import { getTranslations } from 'next-intl/server'
import { showNumber } from '../app/account/show-actions.ts'
import { ShownNumber } from './shown-number.tsx'

// Masked until asked for; each look is written down, which the page says beforehand.
export async function ShowNumber() {
  const t = await getTranslations('account')
  return (
    <ShownNumber
      action={showNumber}
      label={t('identity.show')}
      pendingLabel={t('identity.showing')}
      help={t('identity.showHelp')}
    />
  )
}
