import { explain } from '../code/explain.ts'
import type { ExplainedValue, Explanation } from '../code/explain.ts'
import { findingText } from '../code/finding.ts'
import { packsFor } from '../code/packs-for.ts'
import { resolveCode } from '../code/resolve-code.ts'
import { referenceText } from '../code/schema/reference.ts'
import { readArguments, requireDate, requireText } from './arguments.ts'
import { readPacks } from './read-packs.ts'
import { UsageError } from './usage.ts'

/** `court-code explain RULE --court C --on D [--json]`: which layer gave each value, and what the others did. */
export function runExplain(args: string[]): number {
  const { values, positionals } = readArguments(args, {
    court: { type: 'string' },
    on: { type: 'string' },
    codes: { type: 'string' },
    json: { type: 'boolean' },
  })
  const [rule, ...others] = positionals
  if (rule === undefined || others.length > 0) throw new UsageError('explain needs one rule, such as filing-decision')
  const court = requireText(values, 'court')
  const on = requireDate(values, 'on')
  const packs = packsFor({ packs: readPacks(typeof values['codes'] === 'string' ? values['codes'] : undefined), court })
  if (packs.length === 0) throw new UsageError(`no code is meant for the court ${court}`)
  const resolved = resolveCode({ packs, court, on })
  if (!resolved.ok) {
    resolved.findings.forEach((finding) => process.stderr.write(`${findingText(finding)}\n`))
    return 1
  }
  const found = explain(resolved.code, rule)
  if (!found.ok) {
    process.stderr.write(`court-code: ${found.message}${found.fix === '' ? '' : `; ${found.fix}`}\n`)
    return 1
  }
  process.stdout.write(values['json'] ? `${JSON.stringify(found)}\n` : textOf(found))
  return 0
}

/** A whole rule: the values that layers may change or did change, and how it counts; the rest is as it was declared. */
function textOf(found: Explanation): string {
  const { from, to, transition } = found.inForce
  const reach = { 'filed-after': 'cases filed since then', 'events-after': 'what happens since then', all: 'all cases' }
  const force = `in force since ${from}${to === undefined ? '' : ` until ${to}`}, for ${reach[transition]}`
  const head = `${found.rule}\n${found.title.zh} · ${found.title.en}\n${force}\n`
  const isTold = (part: ExplainedValue) =>
    part.floor !== undefined || part.path.startsWith('rule') || part.layers.some((layer) => layer.changed)
  const told = found.parts.length === 1 ? found.parts : found.parts.filter(isTold)
  const lines = told.map((part) => `  ${part.text.en}\n  ${part.text.zh}\n`)
  const rest = found.parts.length - told.length
  const source = referenceText(found.layers[0]?.reference)
  const tail = rest > 0 ? `\n  ${rest} more values, which no layer may change: ${source}; --json lists them\n` : ''
  return `${head}\n${lines.join('\n')}${tail}`
}
