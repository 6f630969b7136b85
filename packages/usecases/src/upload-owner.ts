import type { Actor } from './actor.ts'

/** Whose an upload is, as the uploads port wants it: whoever sent the file takes it, and nobody else. Null for nobody. */
export function uploadOwnerOf(actor: Actor): string | null {
  if (actor.kind === 'person') return `person:${actor.personId}`
  return actor.kind === 'staff' ? `staff:${actor.staffId}` : null
}
