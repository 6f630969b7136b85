import { readFileSync } from 'node:fs'
import { courtDays } from '../calendar/court-days.ts'
import { InputError } from '../calendar/input-error.ts'
import { readArguments, requireDate } from './arguments.ts'
import { LineWriter } from './lines.ts'
import { UsageError } from './usage.ts'

/** One line a day: whether courts work on it. */
export async function runCalendar(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    from: { type: 'string' },
    to: { type: 'string' },
    calendar: { type: 'string' },
  })
  if (positionals.length > 0) throw new UsageError('The days are named by --from and --to, the calendar by --calendar')
  const [from, to] = [requireDate(values, 'from'), requireDate(values, 'to')]
  const calendar = typeof values['calendar'] === 'string' ? readCalendar(values['calendar']) : undefined
  const output = new LineWriter(process.stdout)
  for (const day of daysOf(from, to, calendar)) await output.write(JSON.stringify(day))
  await output.flush()
  return 0
}

function daysOf(from: string, to: string, calendar: unknown) {
  try {
    return courtDays(from, to, calendar)
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(error.message)
    throw error
  }
}

/** A file holds one definition (with or without its `defineCalendar`), a list, or one a line, of which later ones override earlier. */
function readCalendar(file: string): unknown {
  if (file === 'cn') return file
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const whole = parse(text)
  if (whole !== undefined) return whole
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const definitions = lines.map(parse)
  const wrong = definitions.indexOf(undefined)
  if (lines.length < 2 || wrong >= 0)
    throw new UsageError(`${file} is not JSON${wrong > 0 ? ` in line ${wrong + 1}` : ''}`)
  return definitions
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
