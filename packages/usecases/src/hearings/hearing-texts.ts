import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { paramsOn } from '@court/procedure/code/resolved-code'
import type { Consent } from '@court/procedure/code/schema/forms'
import type { Words } from '../refusal.ts'
import type { HearingKind } from './hearing-types.ts'

export const kindTitles: Record<HearingKind, Words> = { inquiry: { zh: '询问', en: 'Inquiry' } }

/** Each kind of hearing has a consent of its own: consent to one stage is not consent to others. */
export const consentIds: Record<HearingKind, string> = { inquiry: 'online-inquiry' }

export function dutiesOf(code: ResolvedCode): Consent {
  const duties = code.consents['hearing-duties']
  if (!duties) throw new Error('the code has no text of duties and rights for a hearing')
  return duties
}

export function consentOf(code: ResolvedCode, kind: HearingKind = 'inquiry'): { version: string; text: Words } {
  const consent = code.consents[consentIds[kind]]
  if (!consent) throw new Error(`the code has no text of consent for ${kind}`)
  return { version: consent.version, text: consent.text }
}

/** Days of notice that the code asks for, and the minutes at which the door opens. */
export function timesOf(code: ResolvedCode, on: string): { noticeDays: number; doorMinutes: number } {
  const { inquiryNoticeDays, hearingDoorMinutes } = paramsOn(code, on)
  if (typeof inquiryNoticeDays !== 'number' || typeof hearingDoorMinutes !== 'number')
    throw new Error('the code does not say how long before a hearing the parties are told')
  return { noticeDays: inquiryNoticeDays, doorMinutes: hearingDoorMinutes }
}
