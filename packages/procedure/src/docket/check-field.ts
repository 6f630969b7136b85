import type { Field, ItemField } from '../code/schema/forms.ts'
import type { Words } from '../code/schema/words.ts'
import { parseDate } from '../calendar/plain-date.ts'
import { partyOf } from './case-state.ts'
import { checkMaterials, checkParties } from './check-lists.ts'
import type { JsonObject, JsonValue } from './entry.ts'
import type { Situation } from './situation.ts'

export type CheckedField = {
  path: string
  field: Field | ItemField
  value: JsonValue | undefined
  situation: Situation
}

/** What is wrong with the value of one field, by path. Conditions of the pack (`check`, `showWhen`) are asked elsewhere. */
export function checkField({ path, field, value, situation }: CheckedField): Record<string, Words> {
  if (isEmpty(value) || (field.type === 'consent' && value === false)) {
    return field.required ? { [path]: missingWords(field) } : {}
  }
  switch (field.type) {
    case 'party-list':
      return checkParties({ path, field, value, situation })
    case 'material-list':
      return checkMaterials({ path, field, value, situation })
    case 'list-of':
      return one(path, checkCount(value, field.minItems, Math.min(field.maxItems ?? Infinity, claimsMax(situation))))
    default:
      return one(path, checkSimple(field, value, situation))
  }
}

export function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

type SimpleField = Exclude<ItemField, { type: 'party-list' | 'material-list' }>

function checkSimple(field: SimpleField, value: JsonValue | undefined, situation: Situation): Words | undefined {
  const label = field.label
  switch (field.type) {
    case 'text':
    case 'longtext':
      return checkText(field, value)
    case 'date':
      return checkDate(field, value, situation)
    case 'time':
      return isText(value) && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? undefined
        : { zh: `“${label.zh}”请写成 09:30 这样的时间。`, en: `Write “${label.en}” as a time such as 09:30.` }
    case 'amount':
      return checkWhole(value, field.minFen ?? 0, field.maxFen ?? Number.MAX_SAFE_INTEGER, 'fen')
    case 'number':
      if (field.decimals && typeof value === 'number' && Number.isFinite(value))
        return checkRange(value, field.min ?? -Infinity, field.max ?? Infinity)
      return checkWhole(value, field.min ?? Number.MIN_SAFE_INTEGER, field.max ?? Number.MAX_SAFE_INTEGER, 'count')
    case 'choice':
      return field.choices.some((choice) => choice.value === value) ? undefined : choose(label)
    case 'multi-choice':
      return isListOf(value, (item) => field.choices.some((choice) => choice.value === item))
        ? undefined
        : choose(label)
    case 'reasons':
      return isListOf(value, (item) => isText(item) && situation.code.reasons[item]?.kind === field.kind)
        ? undefined
        : choose(label)
    case 'boolean':
    case 'consent':
      return typeof value === 'boolean' ? undefined : choose(label)
    case 'cause':
    case 'staff-ref':
      return isText(value) ? undefined : choose(label)
    case 'party-ref': {
      const party = isText(value) ? partyOf(situation.state, value) : undefined
      const isOffered = party !== undefined && (field.roles === undefined || field.roles.includes(party.role))
      return isOffered ? undefined : { zh: '请从本案当事人中选择。', en: 'Choose a party of this case.' }
    }
    case 'clock-ref':
      return checkClock(field.periods, value, situation)
    case 'entry-ref': {
      const entry = situation.state.entries.find((one) => one.seq === value)
      const isOffered = entry !== undefined && (field.entries === undefined || field.entries.includes(entry.type))
      return isOffered
        ? undefined
        : {
            zh: '请选择卷宗流水中尚未更正的一条。',
            en: 'Choose an entry of the docket that has not been corrected yet.',
          }
    }
    case 'person':
      return checkFilled(value, ['name'], label)
    case 'address':
      return checkFilled(value, ['recipient', 'phone', 'address'], label)
    case 'signature': {
      const strokes = isRecord(value) ? value['strokes'] : undefined
      return Array.isArray(strokes) && strokes.length > 0 ? undefined : missingWords(field)
    }
  }
}

function checkFilled(value: JsonValue | undefined, parts: readonly string[], label: Words): Words | undefined {
  const isWhole = isRecord(value) && parts.every((part) => isText(value[part]) && !isEmpty(value[part]))
  return isWhole ? undefined : { zh: `请把“${label.zh}”填写完整。`, en: `Fill in all of “${label.en}”.` }
}

function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type TextField = Extract<ItemField, { type: 'text' | 'longtext' }>

function checkText(field: TextField, value: JsonValue | undefined): Words | undefined {
  const { label, minLength, maxLength, pattern } = field
  if (!isText(value)) return { zh: `请填写“${label.zh}”。`, en: `Fill in “${label.en}”.` }
  const length = [...value.trim()].length
  if (minLength !== undefined && length < minLength)
    return {
      zh: `请至少写${minLength}个字，现在是${length}个。`,
      en: `Write at least ${minLength} characters; there are ${length}.`,
    }
  if (maxLength !== undefined && length > maxLength)
    return {
      zh: `最多${maxLength}个字，现在是${length}个，请缩短。`,
      en: `At most ${maxLength} characters; there are ${length}. Shorten it.`,
    }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value.trim()))
    return { zh: `“${label.zh}”的格式不对，请核对。`, en: `“${label.en}” does not have the right form. Check it.` }
  return undefined
}

function checkDate(
  field: Extract<ItemField, { type: 'date' }>,
  value: JsonValue | undefined,
  situation: Situation,
): Words | undefined {
  if (!isText(value) || parseDate(value) === undefined)
    return {
      zh: '没有这一天，请写成 2026-01-31 这样的日期。',
      en: 'There is no such day. Write a date such as 2026-01-31.',
    }
  const limit = (bound: string | undefined): string | undefined =>
    bound === 'today' ? situation.today : bound === 'filed' ? (situation.state.filedOn ?? undefined) : bound
  const [min, max] = [limit(field.min), limit(field.max)]
  if (min !== undefined && value < min)
    return { zh: `不能早于 ${min}，请核对。`, en: `It cannot be before ${min}. Check it.` }
  if (max !== undefined && value > max)
    return { zh: `不能晚于 ${max}，请核对。`, en: `It cannot be after ${max}. Check it.` }
  return undefined
}

function checkWhole(value: JsonValue | undefined, min: number, max: number, unit: 'fen' | 'count'): Words | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return unit === 'fen'
      ? { zh: '请写数字金额，例如 50000.00。', en: 'Write the amount in figures, such as 50000.00.' }
      : { zh: '请写整数。', en: 'Write a whole number.' }
  }
  if (unit === 'count') return checkRange(value, min, max)
  if (value < min) return { zh: `金额不能少于 ${yuan(min)} 元。`, en: `The amount is at least ${yuan(min)} yuan.` }
  if (value > max) return { zh: `金额不能超过 ${yuan(max)} 元。`, en: `The amount is at most ${yuan(max)} yuan.` }
  return undefined
}

function checkRange(value: number, min: number, max: number): Words | undefined {
  if (value < min) return { zh: `不能小于 ${min}。`, en: `It is at least ${min}.` }
  if (value > max) return { zh: `不能大于 ${max}。`, en: `It is at most ${max}.` }
  return undefined
}

function checkCount(value: JsonValue | undefined, min: number | undefined, max: number): Words | undefined {
  if (!Array.isArray(value)) return { zh: '请至少添加一项。', en: 'Add at least one.' }
  if (min !== undefined && value.length < min) return { zh: `请至少添加${min}项。`, en: `Add at least ${min}.` }
  if (value.length > max) return { zh: `最多${max}项，请删去多余的。`, en: `At most ${max}. Remove the others.` }
  return undefined
}

function checkClock(
  periods: string[] | undefined,
  value: JsonValue | undefined,
  situation: Situation,
): Words | undefined {
  const period = isText(value) ? (value.split('@')[0] ?? '') : ''
  const isKnown = situation.code.periods[period] !== undefined && (periods === undefined || periods.includes(period))
  return isKnown ? undefined : { zh: '请选择本案正在计算的期限。', en: 'Choose a period that runs in this case.' }
}

function claimsMax(situation: Situation): number {
  const bounds = Object.values(situation.code.limits).flatMap((limit) => limit.maxClaims ?? [])
  return Math.min(Infinity, ...bounds)
}

function missingWords(field: Field | ItemField): Words {
  const { label } = field
  switch (field.type) {
    case 'consent':
      return { zh: `请阅读并勾选“${label.zh}”。`, en: `Read and tick “${label.en}”.` }
    case 'signature':
      return { zh: '请在签名处签名。', en: 'Sign in the box.' }
    case 'choice':
    case 'multi-choice':
    case 'reasons':
    case 'party-ref':
    case 'clock-ref':
    case 'entry-ref':
    case 'staff-ref':
    case 'cause':
    case 'boolean':
      return choose(label)
    case 'material-list':
      return { zh: '请添加材料。', en: 'Add the material.' }
    default:
      return { zh: `请填写“${label.zh}”。`, en: `Fill in “${label.en}”.` }
  }
}

function choose(label: Words): Words {
  return { zh: `请选择“${label.zh}”。`, en: `Choose “${label.en}”.` }
}

function one(path: string, words: Words | undefined): Record<string, Words> {
  return words === undefined ? {} : { [path]: words }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isListOf(value: JsonValue | undefined, isFine: (item: JsonValue) => boolean): boolean {
  return Array.isArray(value) && value.every(isFine)
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
