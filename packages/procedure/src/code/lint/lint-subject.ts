import { locate, locateInText } from '../pack.ts'
import type { Pack } from '../pack.ts'
import type { Finding } from '../finding.ts'
import type { ResolvedCode } from '../resolved-code.ts'
import type { SectionName } from '../schema/pack.ts'

/** A resolved code under the linter, with the packs that its rules stand in. */
export type LintSubject = { code: ResolvedCode; packs: ReadonlyMap<string, Pack> }

export type Said = { code: string; message: string; fix?: string; severity?: Finding['severity'] }

/** A finding about a rule, at the place inside it. */
export function findingAt(
  subject: LintSubject,
  at: { section: SectionName; id: string; inner?: readonly PropertyKey[]; index?: number },
  said: Said,
): Finding {
  const rule = `${at.section}.${at.id}`
  const pack = subject.packs.get(subject.code.owners[rule] ?? '')
  const inner = at.inner ?? []
  const place =
    pack === undefined
      ? { file: '', line: 1, column: 1 }
      : at.index === undefined
        ? locate(pack, rule, inner)
        : locateInText(pack, rule, inner, at.index)
  return {
    code: said.code,
    severity: said.severity ?? 'error',
    rule,
    file: place.file,
    line: place.line,
    column: place.column,
    message: said.message,
    fix: said.fix ?? '',
  }
}

export function rulesIn<Name extends SectionName>(
  code: ResolvedCode,
  section: Name,
): [string, ResolvedCode[Name][string]][] {
  return Object.entries(code[section]) as [string, ResolvedCode[Name][string]][]
}
