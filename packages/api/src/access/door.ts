import { readFileSync } from 'node:fs'
import type { Outcome, Site } from './declare.ts'
import type { Who } from './people.ts'

export type DoorLine = {
  path: string
  type: string
  allow: readonly string[]
  recentMinutes: number | null
  door: 'staff' | 'parties' | null
}

/** The agreed tables of who may call what, as they stand beside the routers. */
export const doors: Record<Site, readonly DoorLine[]> = { web: readDoor('web'), admin: readDoor('admin') }

function readDoor(site: Site): DoorLine[] {
  const text = readFileSync(new URL(`../../access-${site}.tsv`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [path = '', type = '', who = '', recent] = line.split('\t')
      return {
        path,
        type,
        allow: who.startsWith('anyone') ? ['anyone'] : who.split(' '),
        door: who.endsWith('staff door') ? 'staff' : who.endsWith('door') ? 'parties' : null,
        recentMinutes: recent ? Number(/\d+/.exec(recent)?.[0]) : null,
      }
    })
}

/** What the door says, counted here from the table alone; null for those it lets through. */
export function refusedAtDoor({ allow }: DoorLine, { actor, roles }: Who): Outcome | null {
  if (allow.includes('anyone')) return null
  if (actor.kind === 'anonymous') return 'sign-in-needed'
  if (actor.kind === 'person') {
    const isIdentified = actor.identityLevel >= 1
    return allow.includes('person') || (isIdentified && allow.includes('identified')) ? null : 'not-allowed'
  }
  return allow.includes('staff') || roles.some((role) => allow.includes(role)) ? null : 'not-allowed'
}

/** The zones in which the procedure does not exist: what is the staff's alone in the public one, what is the parties' in the court's. */
export function absentIn({ allow, door }: DoorLine): ('public' | 'court')[] {
  const isOfPeople = (who: string) => who === 'person' || who === 'identified'
  if (door === 'staff' || allow.every((who) => who !== 'anyone' && !isOfPeople(who))) return ['public']
  return door === 'parties' || allow.every(isOfPeople) ? ['court'] : []
}

/** On the console there are sessions of staff alone: a person never comes as far as a procedure that would let them in. */
export const isNeverHere = (site: Site, line: DoorLine, who: Who): boolean =>
  site === 'admin' && who.actor.kind === 'person' && refusedAtDoor(line, who) === null
