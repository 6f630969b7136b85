import { fieldFault, plainCharacters, type FieldCheck } from './field-check.ts'

/** `country` is the issuing one, ISO 3166-1 alpha-2. Passport numbers have no check that holds for all countries (ICAO 9303 allows nine characters, some states more). */
export function checkPassport(input: {
  number: string
  country: string
}): FieldCheck<{ number: string; country: string }> {
  const number = plainCharacters(input.number)
  const country = plainCharacters(input.country)
  if (number === '') return fieldFault('empty', '请填写护照号码。', 'Enter the passport number.')
  if (!/^[A-Z0-9]+$/.test(number))
    return fieldFault('characters', '护照号码只能是字母和数字。', 'A passport number has only letters and digits.')
  if (number.length < 5 || number.length > 15) {
    return fieldFault(
      'length',
      `护照号码应为5至15位，现在是${number.length}位。`,
      `A passport number has 5 to 15 characters; this one has ${number.length}.`,
    )
  }
  if (!/\d/.test(number))
    return fieldFault('characters', '护照号码中应有数字，请核对。', 'A passport number contains digits. Check it.')
  if (!isCountry(country))
    return fieldFault('country', '请选择签发护照的国家或地区。', 'Choose the country that issued the passport.')
  return { ok: true, value: { number, country } }
}

const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && countryNames.of(code) !== code

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
