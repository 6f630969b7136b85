import type { Field } from './schema/forms.ts'

/** What a form holds once it is filled in: JSON, by field id. Filers, clerks, drafts and `checkInput` speak of the same shapes. */
export type FormInput = Record<string, FormValue | undefined>

export type FormValue =
  | string
  | number
  | boolean
  | string[]
  | PersonValue
  | PartyValue[]
  | MaterialValue[]
  | AddressValue
  | SignatureValue
  | ListItem[]

export type IdKind = 'resident-id' | 'passport' | 'credit-code' | 'other' | 'unknown'

export type PersonValue = {
  name: string
  idKind?: IdKind
  idNumber?: string
  phone?: string
  address?: string
  email?: string
}

/** A party on either side. `id` is given when the party is added (p1, p2 …) and never changes. */
export type PartyValue = PersonValue & {
  id: string
  role: string
  kind: 'person' | 'organisation'
  /** Of an organisation: who represents it by law. */
  representativeName?: string
  nationality?: string
  isAddressProtected?: boolean
  abroad: boolean
  missing: boolean
  agents?: AgentValue[]
}

export const agentKinds = ['lawyer', 'legal-worker', 'relative', 'employee', 'recommended', 'guardian'] as const
export type AgentKind = (typeof agentKinds)[number]

/** What an agent may do only when the power of attorney says so (民诉法 62). */
export const specialPowers = [
  'admit-claims',
  'waive-claims',
  'change-claims',
  'settle',
  'counterclaim',
  'appeal',
] as const
export type SpecialPower = (typeof specialPowers)[number]

export type AgentValue = {
  id: string
  kind: AgentKind
  name: string
  firm?: string
  licenceNumber?: string
  phone?: string
  powers: SpecialPower[]
}

/** A material of one or more files in their order. Hash and pages are those of what was stored, put in by the use case. */
export type MaterialValue = {
  id: string
  type: string
  title: string
  sha256?: string
  pages?: number
  files?: MaterialFileValue[]
}

export type MaterialFileValue = {
  uploadId: string
  fileName: string
  rotation?: 0 | 90 | 180 | 270
  sha256?: string
  pages?: number
}

export type AddressValue = {
  recipient: string
  phone: string
  address: string
  postcode?: string
  /** Where electronic service goes besides the platform itself. */
  email?: string
}

/** Strokes as they were drawn: of each point x, y in pixels of the pad and milliseconds since the first touch. */
export type SignatureValue = { width: number; height: number; strokes: [x: number, y: number, ms: number][][] }

export type ListItem = { id: string } & Record<string, string | number | boolean | string[] | undefined>

/** The value a field holds before anybody filled it in. */
export function emptyValue(field: Field): FormValue | undefined {
  switch (field.type) {
    case 'multi-choice':
    case 'reasons':
    case 'party-list':
    case 'material-list':
    case 'list-of':
      return []
    case 'boolean':
    case 'consent':
      return false
    default:
      return undefined
  }
}
