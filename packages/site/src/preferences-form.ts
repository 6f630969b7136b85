import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { preferenceCookies } from './preference-cookies.ts'
import { parseLocale, type Locale } from './preferences.ts'

type Chosen = { locale?: Locale; isElderMode?: boolean }

/** What a button of PreferenceTools posted. */
export const chosenLocale = (form: FormData): Chosen => ({ locale: parseLocale(String(form.get('locale'))) })
export const chosenElder = (form: FormData): Chosen => ({ isElderMode: form.get('elder') === '1' })

/** In this browser and, by `save`, in the account of whoever is signed in; then the page the form stood on, so that a reload does not post again. */
export async function rememberPreferences(chosen: Chosen, save: (chosen: Chosen) => Promise<unknown>): Promise<never> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  await preferenceCookies(jar, chosen)
  await save(chosen)
  return redirect(samePage(head))
}

// Never to another site.
function samePage(head: Headers): string {
  const referer = head.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const url = new URL(referer)
  return url.host === head.get('host') ? url.pathname + url.search : '/'
}
