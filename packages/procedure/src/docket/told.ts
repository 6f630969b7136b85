import type { Words } from '../code/schema/words.ts'

/** A party (and whoever acts for it), or staff in a role: the judge in charge, the clerks of the case. */
export type Recipient = { kind: 'party'; partyId: string; role: string } | { kind: 'staff'; role: string }

/** One notice that someone is due. The use case adds what the engine does not know: names, links. */
export type ToldDue = {
  notice: string
  to: Recipient
  channels: ('app' | 'mail' | 'sms')[]
  /** What the engine can say of the placeholders: due, date, title, amount, reasons, case, days. */
  values: Partial<Record<string, Words>>
}

/** One document the court owes, to the parties named. */
export type DocumentDue = {
  document: string
  title: Words
  to: string
  partyIds: string[]
  hasSeal: boolean
  volume: 'main' | 'internal'
  values: Partial<Record<string, Words>>
}
