import type { z } from 'zod'
import type { Finding } from './finding.ts'
import type { YamlFile } from './yaml-file.ts'

/** Turns the issues of a schema into findings that stand where the author wrote the mistake. */
export function zodFindings(options: {
  issues: readonly z.core.$ZodIssue[]
  file: YamlFile
  rule: string
  prefix: readonly PropertyKey[]
}): Finding[] {
  return options.issues.flatMap((issue) => {
    const deepest = deepestIssue(issue)
    const path = [...issue.path, ...deepest.path]
    const where = options.file.placeOf([...options.prefix, ...path, ...unknownKey(deepest.issue)])
    return {
      code: deepest.issue.code === 'unrecognized_keys' ? 'unknown-field' : 'schema',
      severity: 'error' as const,
      rule: options.rule,
      file: options.file.path,
      ...where,
      message: `${path.length > 0 ? `${path.map(String).join('.')}: ` : ''}${messageOf(deepest.issue)}`,
      fix: fixOf(deepest.issue),
    }
  })
}

/** A union reports every alternative; the one that went furthest is what the author meant. */
function deepestIssue(issue: z.core.$ZodIssue): { issue: z.core.$ZodIssue; path: PropertyKey[] } {
  if (issue.code !== 'invalid_union') return { issue, path: [] }
  let best: { issue: z.core.$ZodIssue; path: PropertyKey[] } | undefined
  for (const alternative of issue.errors) {
    for (const one of alternative) {
      const inner = deepestIssue(one)
      const path = [...one.path, ...inner.path]
      const isTypeOnly = inner.issue.code === 'invalid_type' && path.length === 0
      if (best === undefined || path.length > best.path.length || (!isTypeOnly && isShallowType(best))) {
        best = { issue: inner.issue, path }
      }
    }
  }
  return best ?? { issue, path: [] }
}

function isShallowType(found: { issue: z.core.$ZodIssue; path: PropertyKey[] }): boolean {
  return found.path.length === 0 && found.issue.code === 'invalid_type'
}

function unknownKey(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) return 'is missing'
  return issue.message
}

function fixOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'remove it, or look up its name in pack.schema.json'
  if (issue.code === 'invalid_value' && 'values' in issue) return `one of: ${issue.values.map(String).join(', ')}`
  return ''
}
