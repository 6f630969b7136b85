import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from './preferences.ts'
import { sharedMessages } from './shared-messages.ts'

type Messages = { [key: string]: string | Messages }

const loaded = new Map<Locale, Promise<Messages>>()

// messages/<locale>/<area>.json of the site becomes the namespace <area>, beside those both sites share. Read once; anew on each
// request while developing.
export function loadMessages(locale: Locale): Promise<Messages> {
  if (process.env.NODE_ENV === 'development') return readMessages(locale)
  const known = loaded.get(locale)
  if (known) return known
  const fresh = readMessages(locale)
  loaded.set(locale, fresh)
  return fresh
}

async function readMessages(locale: Locale): Promise<Messages> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'messages', locale)
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const areas = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return [name.slice(0, -'.json'.length), JSON.parse(text) as Messages] as const
    }),
  )
  return { ...sharedMessages[locale], ...Object.fromEntries(areas) }
}
