import type { Finding } from '../finding.ts'
import { referencesOf } from '../schema/reference.ts'
import type { Reference } from '../schema/reference.ts'
import { sectionNames } from '../schema/pack.ts'
import type { SectionName } from '../schema/pack.ts'
import { placeholders } from '../schema/values.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

/** Every text stands in both languages, every placeholder is known and can be filled, every rule says where it comes from. */
export function checkWords(subject: LintSubject): Finding[] {
  return sectionNames
    .flatMap((section) =>
      rulesIn(subject.code, section).flatMap(([id, rule]) => [
        ...languages(subject, section, id, rule, []),
        ...sources(subject, section, id, rule),
      ]),
    )
    .concat(placeholdersOf(subject), dueOf(subject))
}

const chinese = /\p{Script=Han}/u

function languages(
  subject: LintSubject,
  section: SectionName,
  id: string,
  value: unknown,
  inner: PropertyKey[],
): Finding[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((one, index) => languages(subject, section, id, one, [...inner, index]))
  const record = value as Record<string, unknown>
  const { zh, en } = record
  if (typeof zh === 'string' && typeof en === 'string') {
    if (!chinese.test(zh) && /\p{Letter}/u.test(zh.replace(/\{[^}]*\}/g, '')))
      return [oneLanguage(subject, section, id, [...inner, 'zh'], `"${zh}" is not Chinese`)]
    if (chinese.test(en)) return [oneLanguage(subject, section, id, [...inner, 'en'], `"${en}" is not English`)]
    return []
  }
  return Object.entries(record).flatMap(([key, one]) => languages(subject, section, id, one, [...inner, key]))
}

function oneLanguage(
  subject: LintSubject,
  section: SectionName,
  id: string,
  inner: PropertyKey[],
  message: string,
): Finding {
  return findingAt(
    subject,
    { section, id, inner },
    { code: 'one-language', message, fix: 'write the text in this language too' },
  )
}

/** Rules that decide something about a person must cite; what only names or draws may go without. */
const citing = new Set<SectionName>([
  'actions', 'periods', 'fees', 'numbering', 'procedures', 'draws', 'reasons', 'service', 'rights', 'retention', 'consents',
  'entries', 'documents', 'parameters', 'limits', 'notices', 'tasks', 'states', 'materials', 'roles', 'facts', 'forms',
]) // prettier-ignore

function sources(
  subject: LintSubject,
  section: SectionName,
  id: string,
  rule: { reference?: Reference | Reference[] | undefined },
): Finding[] {
  if (!citing.has(section) || referencesOf(rule.reference).length > 0) return []
  return [
    findingAt(
      subject,
      { section, id },
      {
        code: 'no-reference',
        severity: 'warning',
        message: 'it does not say where it comes from',
        fix: 'reference: { law, article }, or { reported, verified: false }',
      },
    ),
  ]
}

function placeholdersOf(subject: LintSubject): Finding[] {
  const texts = [
    ...rulesIn(subject.code, 'notices').flatMap(([id, rule]) => [
      { section: 'notices' as const, id, name: 'subject', words: rule.subject },
      { section: 'notices' as const, id, name: 'body', words: rule.body },
    ]),
    ...rulesIn(subject.code, 'documents').map(([id, rule]) => ({
      section: 'documents' as const,
      id,
      name: 'body',
      words: rule.body,
    })),
  ]
  return texts.flatMap(({ section, id, name, words }) =>
    (['zh', 'en'] as const).flatMap((language) =>
      [...words[language].matchAll(/\{([^}]*)\}/g)]
        .map((match) => match[1] ?? '')
        .filter((one) => !(placeholders as readonly string[]).includes(one))
        .map((one) =>
          findingAt(
            subject,
            { section, id, inner: [name, language] },
            {
              code: 'unknown-placeholder',
              message: `{${one}} cannot be filled in`,
              fix: `one of: ${placeholders.join(', ')}`,
            },
          ),
        ),
    ),
  )
}

/** A text that names {due} needs to know which clock. */
function dueOf(subject: LintSubject): Finding[] {
  const { code } = subject
  const asks = (text: { zh: string; en: string } | undefined) => text !== undefined && /\{due\}/.test(text.zh + text.en)
  return rulesIn(code, 'actions').flatMap(([id, action]) => [
    ...action.tells.flatMap((tell, index) => {
      const notice = code.notices[tell.notice]
      const isMissing = tell.due === undefined && (asks(notice?.subject) || asks(notice?.body))
      return isMissing ? [noClock(subject, id, ['tells', index], tell.notice)] : []
    }),
    ...action.documents.flatMap((one, index) =>
      one.due === undefined && asks(code.documents[one.document]?.body)
        ? [noClock(subject, id, ['documents', index], one.document)]
        : [],
    ),
  ])
}

function noClock(subject: LintSubject, id: string, inner: PropertyKey[], text: string): Finding {
  return findingAt(
    subject,
    { section: 'actions', id, inner },
    {
      code: 'due-of-which-clock',
      message: `${text} names {due}, but it is not said of which clock`,
      fix: 'add due: <period>',
    },
  )
}
