import type { Unit } from './model.ts'
import { REASONS, UNIT_WORDS } from './words.ts'
import type { Reason } from './words.ts'

export type StepKind =
  | 'start' | 'restart' | 'cutoff' | 'start-on' | 'factor' | 'short' | 'hours' | 'count' | 'excluded' | 'transit' // prettier-ignore
  | 'extension' | 'shortening' | 'last-day' | 'closure' | 'roll' | 'choice' | 'end' | 'latest-trigger' | 'in-time' // prettier-ignore

/** What a step says beside its date, reason and sentences. Dates are `YYYY-MM-DD`; times carry the zone's offset. */
export type StepFields = {
  /** Instant of the step, where it has one. */
  at?: string
  /** Date that the step starts from. */
  from?: string
  count?: number
  unit?: Unit
  /** Excluded days, or days for the way. */
  days?: number
  excluded?: number
  fallen?: number
  cutoff?: string
  of?: number
  by?: number | string
  upTo?: number
  nameZh?: string
  nameEn?: string
  closedFrom?: string
  closedTo?: string
  /** Place of the chosen period in its list, from 1. */
  chosen?: number
  dueAt?: string
  provisional?: boolean
  provisionalDay?: string
  act?: string
  inTime?: boolean
  next?: string
  nextDue?: string
}

/**
 * One step of a proof: what was done, the date it led to, why (a reason of words.ts, and its sentence in both languages),
 * and `in`, where the period stands in the request when it is not the request's own rule.
 */
export type ProofStep = StepFields & {
  /** Its place in the proof, from 1. */
  n: number
  step: StepKind
  in?: string
  date: string
  reason: Reason
  because: string
  becauseZh: string
}

type Piece = { readonly text: string; readonly field: keyof StepFields | 'date' | 'unitZh' | undefined }

const compiled = new Map(
  Object.entries(REASONS).map(([reason, { en, zh }]) => [reason, { en: compile(en), zh: compile(zh) }]),
)

/** Makes a step and writes its sentences. */
export function makeStep(
  n: number,
  step: StepKind,
  place: string,
  date: string,
  reason: Reason,
  fields: StepFields,
): ProofStep {
  const sentences = compiled.get(reason)
  const made: ProofStep = {
    n,
    step,
    ...(place === '' ? {} : { in: place }),
    date,
    reason,
    ...fields,
    because: '',
    becauseZh: '',
  }
  if (sentences) {
    made.because = fill(sentences.en, made)
    made.becauseZh = fill(sentences.zh, made)
  }
  return made
}

function compile(sentence: string): readonly Piece[] {
  return sentence.split('}').map((part) => {
    const [text = '', field] = part.split('{')
    return { text, field: field as Piece['field'] }
  })
}

function fill(pieces: readonly Piece[], step: ProofStep): string {
  let text = ''
  for (const piece of pieces) {
    text += piece.text
    if (piece.field === undefined) continue
    if (piece.field === 'unitZh') text += UNIT_WORDS[step.unit ?? 'day']?.zh ?? ''
    else if (piece.field === 'unit') text += unitWord(step)
    else text += String(step[piece.field] ?? '')
  }
  return text
}

function unitWord(step: ProofStep): string {
  const words = UNIT_WORDS[step.unit ?? 'day']
  const count = step.reason === 'factor.times' ? step.of : step.count
  return (count === 1 ? words?.one : words?.many) ?? ''
}
