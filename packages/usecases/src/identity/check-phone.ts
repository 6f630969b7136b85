import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { fieldFault, type FieldCheck } from './field-check.ts'

/** A number that can receive a text message, in E.164. Without a country code it is read as one of the mainland. */
export function checkPhone(text: string): FieldCheck<string> {
  const typed = text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).trim()
  if (typed === '') return fieldFault('empty', '请填写手机号码。', 'Enter your mobile number.')
  const phone =
    typed.length <= 40 ? parsePhoneNumberFromString(typed, { defaultCountry: 'CN', extract: false }) : undefined
  if (!phone?.isValid()) {
    return fieldFault(
      'number',
      '请填写正确的手机号码，例如 138 0000 0000；境外号码请以 + 和国家代码开头。',
      'Enter a mobile number such as 138 0000 0000. Begin a number from abroad with + and the country code.',
    )
  }
  const type = phone.getType()
  if (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE') {
    return fieldFault(
      'not-mobile',
      '这个号码收不到短信，请填写手机号码。',
      'This number cannot receive text messages. Enter a mobile number.',
    )
  }
  return { ok: true, value: phone.number }
}

/** +8613800001234 → 138****1234; enough to recognise one's own. */
export function maskPhone(phone: string): string {
  const national = phone.startsWith('+86') ? phone.slice(3) : phone
  return `${national.slice(0, 3)}****${national.slice(-4)}`
}
