import type { Finding } from '../finding.ts'
import type { Layer } from '../schema/rule.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

const rank: Record<Layer, number> = { national: 0, superior: 1, court: 2 }

/** A reserved entry may be written only by the layer that declares it, or above: no court invents its own way to docket a case. */
export function checkReserved(subject: LintSubject): Finding[] {
  const { code } = subject
  const layerOf = (rule: string): number => rank[subject.packs.get(code.owners[rule] ?? '')?.header.layer ?? 'court']
  return rulesIn(code, 'actions').flatMap(([id, action]) =>
    action.writes.flatMap((write, index) => {
      const type = typeof write === 'string' ? write : write.entry
      const isKept = code.entries[type]?.reserved !== true || layerOf(`actions.${id}`) <= layerOf(`entries.${type}`)
      if (isKept) return []
      const message = `the entry type ${type} is reserved for the layer that declares it`
      return [
        findingAt(
          subject,
          { section: 'actions', id, inner: ['writes', index] },
          { code: 'reserved-entry', message, fix: 'use the action that writes it' },
        ),
      ]
    }),
  )
}
