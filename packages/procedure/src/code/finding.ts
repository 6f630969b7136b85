/** What the linter says about a pack. `rule` is the path of the rule, such as periods.filing-decision. */
export type Finding = {
  code: string
  severity: 'error' | 'warning'
  rule: string
  file: string
  line: number
  column: number
  message: string
  fix: string
}

/** file:line:column: error code: message. One line a person can click on. */
export function findingText(finding: Finding): string {
  const place = `${finding.file}:${finding.line}:${finding.column}`
  return `${place}: ${finding.severity} ${finding.code}: ${finding.message}${finding.fix === '' ? '' : ` → ${finding.fix}`}`
}
