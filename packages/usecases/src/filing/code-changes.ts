import { canonicalHash } from '@court/procedure/code/canonical-hash'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Field, Form } from '@court/procedure/code/schema/forms'
import type { Words } from '../refusal.ts'
import { uploadLimits } from '../uploads/upload-limits.ts'

/** One thing about filing that is different now, in words. */
export type CodeChange = {
  kind:
    'question-added' | 'question-removed' | 'question-changed' | 'consent-changed' | 'limits-changed' | 'rules-changed'
  field: string | null
  words: Words
}

/** What the filer must know when the court's code changed under a draft. Empty when the two say the same about filing. */
export function codeChanges(before: ResolvedCode, after: ResolvedCode, formId: string): CodeChange[] {
  if (before.hash === after.hash) return []
  const [old, now] = [before.forms[formId], after.forms[formId]]
  return [
    ...(old && now ? questionChanges(old, now) : []),
    ...(now ? consentChanges(before, after, now) : []),
    ...limitChanges(before, after),
    ...ruleChanges(before, after),
  ]
}

function questionChanges(old: Form, now: Form): CodeChange[] {
  const names = [...new Set([...Object.keys(now.fields), ...Object.keys(old.fields)])]
  return names.flatMap((name): CodeChange[] => {
    const [was, is] = [old.fields[name], now.fields[name]]
    if (was && is) return isSame(was, is) ? [] : [changedQuestion(name, was, is)]
    if (is)
      return [
        {
          kind: 'question-added',
          field: name,
          words: { zh: `新增了“${is.label.zh}”。`, en: `There is a new question: “${is.label.en}”.` },
        },
      ]
    return was
      ? [
          {
            kind: 'question-removed',
            field: name,
            words: {
              zh: `不再需要填写“${was.label.zh}”，您填过的内容仍为您保留。`,
              en: `“${was.label.en}” is no longer asked. Your answer is kept.`,
            },
          },
        ]
      : []
  })
}

function changedQuestion(name: string, was: Field, is: Field): CodeChange {
  const isNowRequired = is.required === true && was.required !== true
  return {
    kind: 'question-changed',
    field: name,
    words: isNowRequired
      ? { zh: `“${is.label.zh}”现在必须填写。`, en: `“${is.label.en}” must now be answered.` }
      : {
          zh: `“${is.label.zh}”的要求有变化，请看一下您的回答。`,
          en: `What is asked under “${is.label.en}” has changed. Look at your answer again.`,
        },
  }
}

function consentChanges(before: ResolvedCode, after: ResolvedCode, now: Form): CodeChange[] {
  return Object.entries(now.fields).flatMap(([name, field]): CodeChange[] => {
    if (field.type !== 'consent') return []
    const [was, is] = [before.consents[field.consent], after.consents[field.consent]]
    if (!was || !is || isSame([was.version, was.text], [is.version, is.text])) return []
    return [
      {
        kind: 'consent-changed',
        field: name,
        words: {
          zh: `“${is.title.zh}”的告知内容已更新，请重新阅读并确认。`,
          en: `The text of “${is.title.en}” is new. Read it and agree again.`,
        },
      },
    ]
  })
}

function limitChanges(before: ResolvedCode, after: ResolvedCode): CodeChange[] {
  const [was, is] = [uploadLimits(before), uploadLimits(after)]
  if (isSame(was, is)) return []
  const mb = Math.floor(is.fileBytesMax / 1024 / 1024)
  return [
    {
      kind: 'limits-changed',
      field: null,
      words: {
        zh: `材料限额有变化：每个文件不超过${mb} MB，最多${is.filesMax}个文件。`,
        en: `The limits of uploads have changed: each file up to ${mb} MB, at most ${is.filesMax} files.`,
      },
    },
  ]
}

/** Fees and procedures: the quote shows the new sum; here one sentence says that it may differ. */
function ruleChanges(before: ResolvedCode, after: ResolvedCode): CodeChange[] {
  const rules = ({ fees, procedures, parameters }: ResolvedCode) => ({ fees, procedures, parameters })
  if (isSame(rules(before), rules(after))) return []
  return [
    {
      kind: 'rules-changed',
      field: null,
      words: {
        zh: '受理费或适用程序的规定有变化，请看新的费用估算。',
        en: 'The rules on fees or procedures have changed. See the new fee quote.',
      },
    },
  ]
}

const isSame = (a: unknown, b: unknown) => canonicalHash(plain(a)) === canonicalHash(plain(b))
// Parsed codes may carry `undefined` for what is left out; JSON does not.
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
