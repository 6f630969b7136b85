import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The last day of a period as `court-code period` counts it under the code of a court, e.g. `{ ref: 'answer', court: '浙0212' }`. */
export function lastDay(request: { ref: string; court: string; trigger: string; restart?: string }): string {
  const { ref, court, trigger, restart } = request
  const line = JSON.stringify({
    id: ref,
    rule: { ref, court, on: trigger },
    trigger,
    calendar: 'cn',
    ...(restart ? { facts: [{ kind: 'restart', at: restart }] } : {}),
  })
  const run = spawnSync(process.execPath, [join(root, 'node_modules/.bin/court-code'), 'period'], {
    input: `${line}\n`,
    encoding: 'utf8',
  })
  const answer = JSON.parse(run.stdout || '{}') as { due?: string }
  if (!answer.due) throw new Error(`court-code period did not answer: ${run.stdout}${run.stderr}`)
  return answer.due
}

/** The day it is in the courts, and how a page writes a day. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

export function written(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
