import { REASONS, UNIT_WORDS } from '../words.ts'
import type { Reason } from '../words.ts'

export type Expected = { readonly [field: string]: unknown }

/** A step as it must stand in the proof, with both of its sentences. */
export function stepOf(step: string, place: string, date: string, reason: Reason, fields: Expected = {}): Expected {
  const told = { step, ...(place === 'rule' || place === '' ? {} : { in: place }), date, reason, ...fields }
  return { ...told, because: say(REASONS[reason].en, told), becauseZh: say(REASONS[reason].zh, told) }
}

function say(sentence: string, step: Expected): string {
  return sentence.replace(/\{(\w+)\}/g, (_, field: string) => {
    const unit = UNIT_WORDS[String(step['unit'])]
    if (field === 'unitZh') return String(unit?.zh)
    if (field !== 'unit') return String(step[field])
    const counted = step['reason'] === 'factor.times' ? step['of'] : step['count']
    return String(counted === 1 ? unit?.one : unit?.many)
  })
}
