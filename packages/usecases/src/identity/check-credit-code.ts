import { fieldFault, plainCharacters, type FieldCheck } from './field-check.ts'

/** Without I, O, S, V and Z, which look like digits (GB 32100-2015). */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Unified social credit code: 18 characters, the last of which checks the others: weights 3^i mod 31. */
export function checkCreditCode(text: string): FieldCheck<string> {
  const code = plainCharacters(text)
  if (code === '') return fieldFault('empty', '请填写统一社会信用代码。', 'Enter the unified social credit code.')
  const odd = [...code].find((character) => !alphabet.includes(character))
  if (odd !== undefined) {
    return fieldFault(
      'characters',
      `统一社会信用代码中不会有“${odd}”，请对照营业执照核对。`,
      `A credit code never contains “${odd}”. Compare it with the business licence.`,
    )
  }
  if (code.length !== 18) {
    return fieldFault(
      'length',
      `统一社会信用代码应为18位，现在是${code.length}位。`,
      `A credit code has 18 characters; this one has ${code.length}.`,
    )
  }
  if (checkCharacter(code) !== code[17]) {
    return fieldFault(
      'checksum',
      '代码与校验位不符，有一位可能写错了，请对照营业执照核对。',
      'The code does not fit its check character: one of the characters may be wrong. Compare it with the business licence.',
    )
  }
  return { ok: true, value: code }
}

function checkCharacter(code: string): string | undefined {
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]
}
