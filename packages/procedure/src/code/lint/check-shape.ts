import type { Finding } from '../finding.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

/** What no reference shows: a field that no page of its form has, an entry about a party that names none. */
export function checkShape(subject: LintSubject): Finding[] {
  return [...fieldsOnNoPage(subject), ...entriesWithoutParty(subject)]
}

function fieldsOnNoPage(subject: LintSubject): Finding[] {
  return rulesIn(subject.code, 'forms').flatMap(([id, form]) => {
    const shown = new Set(form.steps?.flatMap((step) => step.fields))
    if (form.steps === undefined) return []
    return Object.keys(form.fields)
      .filter((name) => !shown.has(name))
      .map((name) =>
        findingAt(
          subject,
          { section: 'forms', id, inner: ['fields', name] },
          {
            code: 'field-on-no-page',
            message: `no step of the form has the field "${name}"`,
            fix: 'add it to the fields of a step',
          },
        ),
      )
  })
}

function entriesWithoutParty(subject: LintSubject): Finding[] {
  const { code } = subject
  return rulesIn(code, 'actions').flatMap(([id, action]) =>
    action.writes.flatMap((write, index) => {
      const full = typeof write === 'string' ? { entry: write } : write
      const names = 'subject' in full || 'forEach' in full || action.subject !== undefined
      if (code.entries[full.entry]?.perSubject !== true || names) return []
      return [
        findingAt(
          subject,
          { section: 'actions', id, inner: ['writes', index] },
          {
            code: 'entry-without-party',
            message: `${full.entry} concerns one party, but the action names none`,
            fix: 'subject: <party field> on the action, or subject or forEach on the entry',
          },
        ),
      ]
    }),
  )
}
