import type { OutboxKey } from '@court/db/outbox'

/** A row of the outbox as one text, for the id of its job: court and row, so that it is found by its key. */
export const outboxTextOf = ({ courtId, id }: OutboxKey): string => `${courtId}.${id}`

export function outboxKeyOf(text: string): OutboxKey {
  const [courtId, id] = text.split('.')
  if (!courtId || !id) throw new Error('this is not the key of an outbox row')
  return { courtId, id }
}
