import { fieldFault, type FieldCheck } from './field-check.ts'

/**
 * A person's name as it stands on the document. Never normalised: compatibility ideographs are characters of names.
 * Rare characters are let through, also those newer than the Unicode tables of this machine or in a private area (䶮, 𬭊).
 */
export function checkPersonName(text: string): FieldCheck<string> {
  const name = text.trim().replace(/[\s\u3000]+/gu, ' ')
  const length = [...name].length
  if (length === 0) return fieldFault('empty', '请填写证件上的姓名。', 'Enter the name as it stands on the document.')
  if (length > 100) return fieldFault('length', '姓名不能超过100个字。', 'A name has at most 100 characters.')
  if (/\p{Nd}/u.test(name)) return fieldFault('characters', '姓名中不能有数字。', 'A name has no digits.')
  if (!/^[\p{L}\p{M}\p{Co}\u{20000}-\u{3ffff}·•‧・.．'’() （）-]+$/u.test(name)) {
    return fieldFault(
      'characters',
      '姓名中有不能使用的符号，请照证件填写。',
      'The name has a sign that cannot be used. Enter it as it stands on the document.',
    )
  }
  return { ok: true, value: name }
}

/** The registered name of an organisation: digits and brackets are common. */
export function checkOrganisationName(text: string): FieldCheck<string> {
  const name = text.trim().replace(/[\s\u3000]+/gu, ' ')
  const length = [...name].length
  if (length < 2)
    return fieldFault('empty', '请填写营业执照上的名称。', 'Enter the name as it stands on the business licence.')
  if (length > 200) return fieldFault('length', '名称不能超过200个字。', 'A name has at most 200 characters.')
  if (/[\p{Cc}\p{Cf}<>]/u.test(name))
    return fieldFault('characters', '名称中有不能使用的符号。', 'The name has a sign that cannot be used.')
  return { ok: true, value: name }
}

/** 王**, J***: for screens where the reader need not know the name. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 3))
}
