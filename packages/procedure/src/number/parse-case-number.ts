import { courtCodes, highCourts, NUMBERING_FROM, oldCourtNames } from './court-codes.ts'
import { formatCaseNumber } from './format-case-number.ts'
import { parsePart } from './part-numeral.ts'
import { parseSerials } from './parse-serials.ts'
import { divisionCodes, oldTypeCodes, typeCodes } from './type-codes.ts'

export type CaseNumber = {
  year: number
  court: string
  division: string | null
  type: string
  serials: number[]
  part: number | null
  canonical: string
  /** Court and type code were valid in that year; a code that no table lists makes it false. */
  known: boolean
  old?: true
}

export type NumberError = { code: string; message: string; path: string }
export type ParsedCaseNumber = { ok: true; number: CaseNumber } | { ok: false; error: NumberError }

type Validity = { validFrom: string; validTo: string | null }

/** Codes beyond the built-in tables: courts newly taken on, types that a court uses. */
export type ExtraCodes = { courts?: ReadonlyMap<string, Validity>; types?: ReadonlyMap<string, Validity> }

type Named = { court: string; division: string | null; type: string }

const TEXT_LENGTH_MAX = 100_000
const typeBeginnings = new Set([...typeCodes.keys()].map((code) => code.slice(0, 1)))
const firstYear = Number(NUMBERING_FROM.slice(0, 4))

/** The whole text must be one case number (案号): 法〔2015〕137号 with 法〔2018〕335号, or the form used before 2016. */
export function parseCaseNumber(text: string, extra: ExtraCodes = {}): ParsedCaseNumber {
  if (text.length > TEXT_LENGTH_MAX)
    return refuse('too-long', `A case number has at most ${TEXT_LENGTH_MAX} characters`)
  const dated = /^（([1-9]\d{3})）(.*)$/su.exec(canonicalise(text))
  if (!dated) return refuse('no-year', 'A case number begins with the year in round brackets, such as （2018）')
  const year = Number(dated[1])
  const [, head = '', tail = ''] = /^(.*?)号(.*)$/su.exec(dated[2] ?? '') ?? []
  if (head === '') return refuse('no-end', 'A case number ends with 号')
  const part = tail === '' ? null : parsePart(tail.replace(/^之/, ''))
  if (tail !== '' && (!tail.startsWith('之') || part === null))
    return refuse('bad-part', `After 号 only 之一 to 之九十九 may follow, not ${tail.slice(0, 20)}`)
  const [, prefix = '', serialText = ''] = /^(.*?)([\d、-]*)$/su.exec(head) ?? []
  if (serialText === '') return refuse('no-serial', 'The serial before 号 is missing')
  const isOld = prefix.endsWith('字第')
  const named = isOld ? splitOld(prefix.slice(0, -2)) : splitNew(prefix, extra)
  if ('code' in named) return { ok: false, error: named }
  const serials = parseSerials(serialText)
  if (!serials.ok) return refuse(serials.code, serials.message)
  const canonical = formatCaseNumber({ year, ...named, serials: serials.groups, part, old: isOld })
  const known = isOld ? isKnownOld(named, year) : isKnownNew(named, year, extra)
  return {
    ok: true,
    number: {
      year,
      ...named,
      serials: serials.serials,
      part,
      canonical,
      known,
      ...(isOld ? { old: true as const } : {}),
    },
  }
}

/** Blanks go; brackets become full-width, digits half-width. Nothing else is mended. */
function canonicalise(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
}

/** 最高法, or the character of a high court with no, two (intermediate) or four (basic) digits; then 专门审判代字 and type. */
function splitNew(prefix: string, extra: ExtraCodes): Named | NumberError {
  const match = /^(最高法|\p{Script=Han})(\d*)(.*)$/su.exec(prefix)
  if (!match) return error('no-court', 'The code of the court is missing')
  const [, name = '', digits = '', letters = ''] = match
  if (name === '最高法' ? digits !== '' : ![0, 2, 4].includes(digits.length))
    return error(
      'bad-court',
      `${name}${digits} is not the code of a court: no, two or four digits follow the character of the high court`,
    )
  if (digits === '' && name !== '最高法' && !highCourts.has(name) && !extra.courts?.has(name))
    return error('no-court', `The code of the court is missing before ${prefix}`)
  if (letters === '') return error('no-type', 'The code of the type of case is missing')
  if (!/^\p{Script=Han}+$/u.test(letters) || /[字第号]/u.test(letters))
    return error('bad-type', `${letters.slice(0, 20)} is not a code of a type of case`)
  return { court: name + digits, ...splitLetters(letters, extra) }
}

/** The longest listed type wins; a character before a listed type is the 专门审判代字, unless a type could begin with it (民执). */
function splitLetters(letters: string, extra: ExtraCodes): { division: string | null; type: string } {
  const isType = (code: string) => typeCodes.has(code) || extra.types?.has(code) === true
  const [first = ''] = letters
  const rest = letters.slice(first.length)
  if (isType(letters) || !isType(rest) || typeBeginnings.has(first)) return { division: null, type: letters }
  return { division: first, type: rest }
}

/** Forms before 2016: the type begins at the first of these characters after the first character. */
function splitOld(name: string): Named | NumberError {
  if (!/^\p{Script=Han}[\p{Script=Han}\d（）]*$/u.test(name))
    return error('no-court', 'The name of the court is missing')
  const characters = [...name]
  const start = characters.findIndex((character, index) => index > 0 && '民刑行执商知破'.includes(character))
  if (start === -1) return error('no-type', `Neither court nor type can be told apart in ${name}`)
  return { court: characters.slice(0, start).join(''), division: null, type: characters.slice(start).join('') }
}

function isKnownNew({ court, division, type }: Named, year: number, extra: ExtraCodes): boolean {
  return (
    year >= firstYear &&
    isValidIn(courtCodes.get(court) ?? extra.courts?.get(court), year) &&
    isValidIn(typeCodes.get(type) ?? extra.types?.get(type), year) &&
    (division === null || isValidIn(divisionCodes.get(division), year))
  )
}

function isKnownOld({ court, type }: Named, year: number): boolean {
  return year < firstYear && oldCourtNames.has(court) && oldTypeCodes.has(type)
}

function isValidIn(validity: Validity | undefined, year: number): boolean {
  if (!validity) return false
  return (
    Number(validity.validFrom.slice(0, 4)) <= year &&
    (validity.validTo === null || year <= Number(validity.validTo.slice(0, 4)))
  )
}

function error(code: string, message: string): NumberError {
  return { code, message, path: 'text' }
}

function refuse(code: string, message: string): ParsedCaseNumber {
  return { ok: false, error: error(code, message) }
}
