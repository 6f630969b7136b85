import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const processes = ['web', 'admin', 'worker', 'seed']
/** Numbers of invented people (`newIdNumber`, `newPerson`, the seed), and any word in Chinese: names, grounds and titles are, logs are not. */
const personal = /339900\d{11}[\dX]|\b1\d{10}\b|[\u4e00-\u9fff]/

/** The lines of the platform's logs, after all journeys, that hold what a person is called or wrote, or how they are reached. */
export function personalLines(logsDir: string): string[] {
  const files = processes.map((name) => join(logsDir, `${name}.log`)).filter((file) => existsSync(file))
  if (files.length < 3) throw new Error(`${logsDir} holds no logs to look through`)
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => personal.test(withoutIds(line)))
      .map((line) => `${file}: ${line.slice(0, 300)}`),
  )
}

// A UUID or a hash may hold eleven digits in a row; a time in milliseconds has thirteen.
const withoutIds = (line: string) =>
  line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\b\d{12,}\b/g, (text) =>
    /^\d{17}[\dX]$/.test(text) ? text : 'id',
  )
