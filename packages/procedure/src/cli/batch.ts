import { LineWriter, openInput, readLines } from './lines.ts'
import { readArguments } from './arguments.ts'
import { UsageError } from './usage.ts'

export type AnswerRequest = (request: unknown) => object

/**
 * Reads NDJSON and answers each line in its place. Exit code 0 when all were answered, 1 when some line has an error.
 * `prepare` sees each line first and may fetch what only some lines need.
 */
export async function runBatch(
  args: string[],
  answer: AnswerRequest,
  prepare?: (line: string) => Promise<void> | undefined,
): Promise<number> {
  const { positionals } = readArguments(args, {})
  if (positionals.length > 1) throw new UsageError('One file at most')
  const input = await openInput(positionals[0])
  const output = new LineWriter(process.stdout)
  let exitCode = 0
  let isFirst = true
  for await (const lines of readLines(input)) {
    for (const raw of lines) {
      const line = isFirst && raw.startsWith('\ufeff') ? raw.slice(1) : raw
      isFirst = false
      if (line.trim() === '') continue
      const preparing = prepare?.(line)
      if (preparing) await preparing
      const { text, hasError } = answerLine(line, answer)
      if (hasError) exitCode = 1
      await output.write(text)
    }
    await output.flush()
    if (output.isClosed) break
  }
  await output.flush()
  return exitCode
}

/** One line in, one line out, whatever stands in it. */
export function answerLine(line: string, answer: AnswerRequest): { text: string; hasError: boolean } {
  let id: unknown = null
  try {
    const request = parseJson(line)
    if ('error' in request) return { text: JSON.stringify({ id: null, error: request.error }), hasError: true }
    if (typeof request.value === 'object' && request.value !== null && 'id' in request.value) id = request.value.id
    const answered = answer(request.value)
    return { text: JSON.stringify(answered), hasError: 'error' in answered }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      text: JSON.stringify({ id: plainId(id), error: { code: 'internal-error', message, path: '' } }),
      hasError: true,
    }
  }
}

function parseJson(line: string): { value: unknown } | { error: { code: string; message: string; path: string } } {
  try {
    return { value: JSON.parse(line) as unknown }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { error: { code: 'invalid-json', message: `The line is not JSON: ${message}`, path: '' } }
  }
}

function plainId(id: unknown): string | number | null {
  return typeof id === 'string' || typeof id === 'number' ? id : null
}
