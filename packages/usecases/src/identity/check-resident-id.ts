import { fieldFault, plainCharacters, type FieldCheck } from './field-check.ts'

export type ResidentId = { number: string; bornOn: string }

/**
 * Resident ID number, also of the permits for residents from Hong Kong, Macao, Taiwan and of foreign permanent residents (GB 11643-1999).
 * The area code is not compared with today's list: abolished codes stand on living people's cards. `today` is a legal day, YYYY-MM-DD.
 */
export function checkResidentId(text: string, today: string): FieldCheck<ResidentId> {
  const number = plainCharacters(text)
  if (number === '') return fieldFault('empty', '请填写身份证号码。', 'Enter the ID card number.')
  if (/^\d{15}$/.test(number)) {
    return fieldFault(
      'old-form',
      '15位旧号码已停止使用，请填写身份证上的18位号码。',
      'Numbers of 15 digits are no longer valid. Enter the 18 characters on the card.',
    )
  }
  if (!/^[0-9X]*$/.test(number)) {
    return fieldFault(
      'characters',
      '身份证号码只能是数字，最后一位可以是X。',
      'An ID card number has only digits; the last character may be X.',
    )
  }
  if (number.length !== 18) {
    return fieldFault(
      'length',
      `身份证号码应为18位，现在是${number.length}位。`,
      `An ID card number has 18 characters; this one has ${number.length}.`,
    )
  }
  if (!/^\d{17}[0-9X]$/.test(number)) {
    return fieldFault('characters', '字母X只能出现在最后一位。', 'The letter X can only be the last character.')
  }
  if (!regions.has(number.slice(0, 2)) && !number.startsWith('9')) {
    return fieldFault(
      'region',
      `没有以${number.slice(0, 2)}开头的身份证号码，请对照证件核对。`,
      `No ID card number begins with ${number.slice(0, 2)}. Compare it with the card.`,
    )
  }
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isRealDate(bornOn)) {
    return fieldFault(
      'date',
      `第7至14位应是出生日期，但没有${spokenZh(bornOn)}这一天。`,
      `Characters 7 to 14 are the date of birth, but the day ${bornOn} does not exist.`,
    )
  }
  if (bornOn > today || bornOn < '1880-01-01') {
    return fieldFault(
      'date',
      `第7至14位的出生日期（${spokenZh(bornOn)}）不可能，请核对。`,
      `The date of birth in characters 7 to 14 (${bornOn}) cannot be right. Check it.`,
    )
  }
  if (checkCharacter(number) !== number[17]) {
    return fieldFault(
      'checksum',
      '号码与校验位不符，有一位可能写错了，请对照证件核对。',
      'The number does not fit its check character: one of the characters may be wrong. Compare it with the card.',
    )
  }
  return { ok: true, value: { number, bornOn } }
}

/** Provinces; 81, 82 and 83 are residence permits for people from Hong Kong, Macao and Taiwan. A 9 leads those of foreigners. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** ISO 7064 MOD 11-2. */
function checkCharacter(number: string): string | undefined {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11]
}

function isRealDate(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

const spokenZh = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
