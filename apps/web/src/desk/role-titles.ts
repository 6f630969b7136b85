import { getTranslations } from 'next-intl/server'

const known = [
  'filing-clerk',
  'filing-judge',
  'filing-chief',
  'court-clerk',
  'judge',
  'presiding-judge',
  'president',
  'president',
  'court-admin',
  'national-admin',
  'security-admin',
  'auditor',
] as const

// The title of a staff role. Roles of parties and those a code adds come with the code's own words.
export async function roleTitles(): Promise<(role: string) => string> {
  const t = await getTranslations('desk')
  return (role) => {
    const one = known.find((name) => name === role)
    return one ? t(`roles.${one}`) : role
  }
}
