import type { AgentValue, IdKind, PartyValue } from '@court/procedure/code/form-values'
import type { UseCaseContext } from '../context.ts'
import { checkCreditCode } from '../identity/check-credit-code.ts'
import { checkOrganisationName, checkPersonName } from '../identity/check-name.ts'
import { checkPassport } from '../identity/check-passport.ts'
import { checkPhone } from '../identity/check-phone.ts'
import { checkResidentId } from '../identity/check-resident-id.ts'
import { sealedTextOf } from '../identity/identity-kinds.ts'
import type { Words } from '../refusal.ts'

/** Where personal data of parties are sealed: the purpose is bound into the cipher. */
export const partySeals = {
  identityNumber: 'party.identity-number',
  phone: 'party.phone',
  address: 'party.address',
  email: 'party.email',
  agentPhone: 'representation.phone',
  serviceAddress: 'e-service.address',
} as const

/** The text of an identity as it is sealed and indexed, the same as that of accounts; null when there is none that can be read. */
export function identityTextFor(party: Pick<PartyValue, 'idKind' | 'idNumber' | 'nationality'>): string | null {
  const { idKind, idNumber, nationality } = party
  if (!idKind || !idNumber) return null
  switch (idKind) {
    case 'resident-id': {
      const read = checkResidentId(idNumber, '9999-12-31')
      return read.ok ? sealedTextOf({ kind: 'resident-id', number: read.value.number, country: null }) : null
    }
    case 'passport': {
      const read = checkPassport({ number: idNumber, country: nationality ?? '' })
      return read.ok ? sealedTextOf({ kind: 'passport', ...read.value }) : null
    }
    case 'credit-code': {
      const read = checkCreditCode(idNumber)
      return read.ok ? read.value : null
    }
    case 'other':
      return idNumber.trim().toUpperCase()
    case 'unknown':
      return null
  }
}

/** Comparable with the index of an account and of every other party. */
export function identityIndexOf(
  ctx: UseCaseContext,
  party: Pick<PartyValue, 'idKind' | 'idNumber' | 'nationality'>,
): string | null {
  const text = identityTextFor(party)
  return text === null ? null : ctx.keys.blindIndex('person.identity-number', text)
}

/** The kinds of document that fit: an organisation has a credit code, a person never. */
export const idKindsFor = (kind: PartyValue['kind']): IdKind[] =>
  kind === 'organisation' ? ['credit-code', 'other', 'unknown'] : ['resident-id', 'passport', 'other', 'unknown']

/** What is wrong with the particulars of a party, by field. The form of the code has said already who must be there. */
export function checkParty(party: PartyValue, today: string): Record<string, Words> {
  const problems: Record<string, Words> = {}
  const isOurs = party.role === 'plaintiff'
  const name =
    party.kind === 'organisation' ? checkOrganisationName(text(party.name)) : checkPersonName(text(party.name))
  if (!name.ok) problems['name'] = name.words
  Object.assign(problems, checkIdentity(party, today, isOurs))
  if (party.kind === 'organisation' && (isOurs || text(party.representativeName) !== '')) {
    const representative = checkPersonName(text(party.representativeName))
    if (!representative.ok)
      problems['representativeName'] =
        representative.fault === 'empty'
          ? { zh: '请填写法定代表人或负责人的姓名。', en: 'Enter the name of the legal representative.' }
          : representative.words
  }
  if (isOurs || text(party.phone) !== '') {
    const phone = checkReachable(text(party.phone))
    if (phone) problems['phone'] = phone
  }
  if (text(party.address) === '' && (isOurs || !party.missing))
    problems['address'] = isOurs
      ? { zh: '请填写住所或经常居住地。', en: 'Enter where this party lives or is registered.' }
      : {
          zh: '请填写住址或住所地；确实不知道的，请勾选“下落不明”。',
          en: 'Enter the address. If it is really not known, tick “whereabouts unknown”.',
        }
  if ([...text(party.address)].length > 300)
    problems['address'] = { zh: '地址最多300个字。', en: 'An address has at most 300 characters.' }
  const email = checkEmail(text(party.email))
  if (email) problems['email'] = email
  return problems
}

function checkIdentity(party: PartyValue, today: string, isNeeded: boolean): Record<string, Words> {
  const { idKind, nationality } = party
  const number = text(party.idNumber)
  if (idKind !== undefined && !idKindsFor(party.kind).includes(idKind))
    return { idKind: { zh: '请选择与当事人类型相符的证件。', en: 'Choose a document that fits this kind of party.' } }
  if (idKind === undefined || idKind === 'unknown') {
    if (!isNeeded) return {}
    return { idKind: { zh: '请选择证件种类。', en: 'Choose the kind of document.' } }
  }
  if (number === '' && !isNeeded) return {}
  switch (idKind) {
    case 'resident-id':
      return faultOf('idNumber', checkResidentId(number, today))
    case 'credit-code':
      return faultOf('idNumber', checkCreditCode(number))
    case 'passport': {
      const read = checkPassport({ number, country: text(nationality) })
      return faultOf(!read.ok && read.fault === 'country' ? 'nationality' : 'idNumber', read)
    }
    case 'other':
      return number === '' || number.length > 40
        ? {
            idNumber: {
              zh: '请填写证件号码，不超过40个字符。',
              en: 'Enter the number of the document, at most 40 characters.',
            },
          }
        : {}
  }
}

export function checkAgent(agent: AgentValue): Record<string, Words> {
  const problems: Record<string, Words> = { ...faultOf('name', checkPersonName(text(agent.name))) }
  if (agent.kind === 'lawyer' || agent.kind === 'legal-worker') {
    if (text(agent.firm) === '') problems['firm'] = { zh: '请填写律师事务所或法律服务所。', en: 'Enter the firm.' }
    if (!/^[0-9A-Za-z]{6,30}$/.test(text(agent.licenceNumber)))
      problems['licenceNumber'] = {
        zh: '请填写执业证号，由6至30位数字或字母组成。',
        en: 'Enter the licence number: 6 to 30 digits or letters.',
      }
  }
  if (text(agent.phone) !== '') {
    const phone = checkReachable(text(agent.phone))
    if (phone) problems['phone'] = phone
  }
  return problems
}

/** A number that a court can call: a mobile one, or a land line with its area code. */
export function checkReachable(typed: string): Words | null {
  const phone = checkPhone(typed)
  if (phone.ok || phone.fault === 'not-mobile') return null
  return phone.fault === 'empty' ? { zh: '请填写联系电话。', en: 'Enter a telephone number.' } : phone.words
}

/** E.164 of a mobile number; any other as it was typed, without blanks. */
export function cleanPhone(typed: string): string {
  const phone = checkPhone(typed)
  return phone.ok ? phone.value : typed.normalize('NFKC').replace(/[^\d+-]/g, '')
}

export function checkEmail(typed: string): Words | null {
  if (typed === '') return null
  const isFine = typed.length <= 254 && /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]{2,}$/.test(typed)
  return isFine
    ? null
    : { zh: '电子邮箱应像 name@example.com 这样。', en: 'An e-mail address looks like name@example.com.' }
}

const text = (value: string | undefined) => (typeof value === 'string' ? value.trim() : '')

const faultOf = (field: string, read: { ok: true } | { ok: false; words: Words }): Record<string, Words> =>
  read.ok ? {} : { [field]: read.words }
