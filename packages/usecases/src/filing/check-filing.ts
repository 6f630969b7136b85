import type { AddressValue, FormInput, ListItem } from '@court/procedure/code/form-values'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Form } from '@court/procedure/code/schema/forms'
import { checkInput } from '@court/procedure/docket/check-input'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import type { Words } from '../refusal.ts'
import { isFilledElsewhere, partiesAt, partyFields } from './filing-input.ts'
import { findFiler, isSameName, type Filer, type FilerAccount } from './find-filer.ts'
import { checkAgent, checkEmail, checkParty, checkReachable, identityIndexOf } from './party-identity.ts'

export type Filing = {
  code: ResolvedCode
  formId: string
  form: Form
  input: FormInput
  today: string
  account: FilerAccount
  /** The cause that was chosen stands in the catalogue in force. */
  isCauseKnown: boolean
}

export type CheckedFiling = { problems: Record<string, Words>; filer: Filer | null }

/** The largest sum a case may be about, in fen: 10^15. */
export const amountFenMax = 1_000_000_000_000_000

/**
 * What is wrong with a filing, by path; the page, the submission and the clerk ask the same. The code's own form first (`checkInput`), then
 * what no form can know: numbers with their check digits, one person on both sides, who it is that files. The signature is not asked for
 * here: it comes with the submission.
 */
export function checkFiling(ctx: UseCaseContext, filing: Filing): CheckedFiling {
  const { code, formId, form, input, today } = filing
  const signed = Object.fromEntries(
    Object.entries(form.fields).flatMap(([name, { type }]) =>
      type === 'signature' ? [[name, { strokes: [[]] }]] : [],
    ),
  )
  const problems = checkInput(formId, { ...input, ...signed } as JsonObject, { code, today })
  const own = [
    ...partyProblems(ctx, filing),
    ...causeProblems(filing),
    ...sumProblems(filing),
    ...addressProblems(filing),
  ]
  // The code has the first word on a field.
  for (const [path, words] of own) problems[path] ??= words
  const filer = findFiler(
    ctx,
    partyFields(form).flatMap((name) => partiesAt(input, name)),
    filing.account,
  )
  const [parties] = partyFields(form)
  if (!filer && parties && problems[parties] === undefined && !hasProblemIn(problems, parties))
    problems[parties] = notAParty(filing.account)
  for (const [path, words] of nameProblems(filing, filer)) problems[path] ??= words
  return { problems, filer }
}

type Problem = [path: string, words: Words]

function partyProblems(ctx: UseCaseContext, { form, input, today }: Filing): Problem[] {
  return partyFields(form).flatMap((name) => {
    const parties = partiesAt(input, name)
    const problems = parties.flatMap((party, index): Problem[] => [
      ...prefixed(`${name}.${index}`, checkParty(party, today)),
      ...(Array.isArray(party.agents) ? party.agents : []).flatMap((agent, place) =>
        prefixed(`${name}.${index}.agents.${place}`, checkAgent(agent)),
      ),
    ])
    const seen = new Map<string, string>()
    for (const [index, party] of parties.entries()) {
      const identity = identityIndexOf(ctx, party)
      if (identity === null) continue
      const earlier = seen.get(identity)
      if (earlier !== undefined) problems.push([`${name}.${index}.idNumber`, sameDocument(earlier === party.role)])
      else seen.set(identity, party.role)
    }
    return problems
  })
}

/** Whoever files with their own document does so under the name that stands on it. */
function nameProblems({ form, input, account }: Filing, filer: Filer | null): Problem[] {
  const { legalName, idIndex } = account
  if (!filer || filer.role !== 'plaintiff' || legalName === null || idIndex === null) return []
  return partyFields(form).flatMap((name) =>
    partiesAt(input, name).flatMap((party, index): Problem[] =>
      party.id !== filer.partyId || party.kind !== 'person' || isSameName(party.name, legalName)
        ? []
        : [
            [
              `${name}.${index}.name`,
              {
                zh: `这个证件在您的账户中登记的姓名是“${legalName}”，请按证件填写。`,
                en: `In your account this document belongs to “${legalName}”. Enter the name as it stands on the document.`,
              },
            ],
          ],
    ),
  )
}

function causeProblems({ form, input, isCauseKnown }: Filing): Problem[] {
  return Object.entries(form.fields).flatMap(([name, { type }]): Problem[] =>
    type === 'cause' && typeof input[name] === 'string' && input[name] !== '' && !isCauseKnown
      ? [
          [
            name,
            { zh: '这个案由已不再使用，请重新选择。', en: 'This cause of action is no longer in use. Choose again.' },
          ],
        ]
      : [],
  )
}

/** Each amount is in bounds by the form; together they must be too. */
function sumProblems({ form, input }: Filing): Problem[] {
  return Object.entries(form.fields).flatMap(([name, field]): Problem[] => {
    const list = input[name]
    if (field.type !== 'list-of' || !Array.isArray(list)) return []
    const amounts = Object.entries(field.item).flatMap(([id, { type }]) => (type === 'amount' ? [id] : []))
    const sum = (list as ListItem[]).reduce(
      (total, item) => total + amounts.reduce((part, id) => part + numberOf(item?.[id]), 0),
      0,
    )
    if (sum <= amountFenMax) return []
    return [
      [
        name,
        {
          zh: '各项金额相加超过10万亿元，请核对金额的单位。',
          en: 'Together the amounts exceed 10 trillion yuan. Check the unit of the amounts.',
        },
      ],
    ]
  })
}

function addressProblems({ form, input }: Filing): Problem[] {
  return Object.entries(form.fields).flatMap(([name, { type }]): Problem[] => {
    const value = input[name]
    if (type !== 'address' || typeof value !== 'object' || value === null || Array.isArray(value)) return []
    const { recipient, phone, address, email } = value as Partial<AddressValue>
    const problems: Record<string, Words> = {}
    if (!recipient?.trim()) problems['recipient'] = { zh: '请填写收件人。', en: 'Enter who receives the documents.' }
    const unreachable = checkReachable(phone ?? '')
    if (unreachable) problems['phone'] = unreachable
    if (!address?.trim())
      problems['address'] = { zh: '请填写详细的送达地址。', en: 'Enter the full address for service.' }
    const badEmail = checkEmail(email?.trim() ?? '')
    if (badEmail) problems['email'] = badEmail
    return prefixed(name, problems)
  })
}

const prefixed = (path: string, problems: Record<string, Words>): Problem[] =>
  Object.entries(problems).map(([field, words]) => [`${path}.${field}`, words])

export const hasProblemIn = (problems: Record<string, Words>, field: string): boolean =>
  Object.keys(problems).some((path) => path === field || path.startsWith(`${field}.`))

export const isOptional = (form: Form, name: string): boolean =>
  form.fields[name]?.required !== true && !isFilledElsewhere(form, name)

const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

const sameDocument = (isSameSide: boolean): Words =>
  isSameSide
    ? {
        zh: '两名当事人填了同一个证件号码，请核对，重复的请删去。',
        en: 'Two parties have the same document. Check it, and remove the one that stands twice.',
      }
    : {
        zh: '同一个人不能同时是原告和被告，请核对证件号码。',
        en: 'Nobody can be on both sides. Check the number of the document.',
      }

function notAParty({ identityLevel, legalName }: FilerAccount): Words {
  if (identityLevel < 1)
    return {
      zh: '请先填写您的姓名和证件号码，再提交；法院要知道是谁起诉。',
      en: 'Give your own name and identity number first: the court must know who files.',
    }
  const name = legalName ?? ''
  return {
    zh: `您（${name}）不在原告和原告的代理人之中。替自己起诉的，请填写与账户相同的证件；替他人起诉的，请在该原告下添加代理人“${name}”。`,
    en: `You (${name}) are neither a plaintiff nor the agent of one. For yourself, enter the same document as in your account; for somebody else, add “${name}” as agent of that plaintiff.`,
  }
}
