import type { Words } from '@court/procedure/code/schema/words'
import type { Say } from '@court/site/say'
import type { ShellCourt } from '../shell/page-shell.tsx'

// A court as the frame of a page shows it.
export function shellCourt(
  court: { slug: string; name: Words; phone?: string | null; address?: Words | null; hours?: Words | null },
  say: Say,
): ShellCourt {
  return {
    slug: court.slug,
    name: say(court.name),
    contact: {
      ...(court.phone ? { phone: court.phone } : {}),
      ...(court.address ? { address: say(court.address) } : {}),
      ...(court.hours ? { hours: say(court.hours) } : {}),
    },
  }
}
