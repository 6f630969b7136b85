import type { Check } from './check/invariants.ts'
import type { History } from './load/history.ts'
import type { Result } from './run-faults.ts'

export function tableOf(results: readonly Result[], checks: readonly Check[]): string {
  const rows = results.map(({ id, title, seconds, result, measured, says }) => {
    const facts = Object.entries(measured).map(([name, value]) => `${name} ${value}`)
    return `${id.padEnd(4)} ${result.padEnd(8)} ${String(seconds).padStart(4)} s  ${title}\n${[
      ...facts,
      says.split('\n')[0] ?? '',
    ]
      .filter(Boolean)
      .map((line) => `                      ${line}`)
      .join('\n')}`
  })
  const invariants = checks.map(
    ({ id, title, checked, faults }) =>
      `${id.padEnd(4)} ${(faults.length === 0 ? 'holds' : 'BROKEN').padEnd(8)} ${String(checked).padStart(7)} looked at  ${title}${faults.map((fault) => `\n       ${fault}`).join('')}`,
  )
  return [...rows, '', ...invariants].join('\n')
}

export function lastLine({
  results,
  checks,
  history,
}: {
  results: readonly Result[]
  checks: readonly Check[]
  history: History
}) {
  const count = (wanted: Result['result']) => results.filter(({ result }) => result === wanted).length
  const sum = (pick: (check: Check) => number) => checks.reduce((total, check) => total + pick(check), 0)
  const measured = (id: string, name: string) => results.find((one) => one.id === id)?.measured[name] ?? null
  return {
    operations: history.operations,
    faults: results.length,
    passed: count('held'),
    failed: count('broken'),
    skipped: count('skipped'),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    broken: checks.filter(({ faults }) => faults.length > 0).length,
    recovery: {
      workerSeconds: measured('F1', 'recovery s'),
      databaseSeconds: measured('F6', 'recovery s'),
      queueOf100kSeconds: measured('F3', 'rebuilt s'),
      restoreSeconds: measured('F20', 'restore s'),
    },
  }
}
