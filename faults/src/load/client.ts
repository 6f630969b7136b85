import superjson from 'superjson'

export type Answer =
  | { kind: 'ok'; status: number; value: unknown; milliseconds: number }
  /** The platform said no, for good: nothing of it stands. */
  | { kind: 'refused'; status: number; ruleId: string; milliseconds: number }
  /** No answer, or one that says to come back: whether it stands is not known. `status` 0: the line broke. */
  | { kind: 'failed'; status: number; retryAfter: boolean; milliseconds: number }

type Call = { origin: string; path: string; input?: unknown; cookie?: string; isMutation?: boolean; timeoutMs?: number }

/** Calls a procedure over HTTP as the pages do. */
export async function callProcedure({
  origin,
  path,
  input,
  cookie,
  isMutation = false,
  timeoutMs = 15_000,
}: Call): Promise<Answer> {
  const begun = performance.now()
  const text = JSON.stringify(superjson.serialize(input))
  const query = isMutation || input === undefined ? '' : `?input=${encodeURIComponent(text)}`
  try {
    const response = await fetch(`${origin}/api/trpc/${path}${query}`, {
      method: isMutation ? 'POST' : 'GET',
      headers: { ...(cookie ? { cookie } : {}), ...(isMutation ? { 'content-type': 'application/json' } : {}) },
      ...(isMutation ? { body: text } : {}),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body = (await response.json().catch(() => null)) as Body | null
    const milliseconds = performance.now() - begun
    const { status } = response
    if (response.ok && body?.result) {
      const value = superjson.deserialize(body.result.data as never) as {
        ok?: boolean
        value?: unknown
        ruleId?: string
      }
      return { kind: 'ok', status, value: value?.ok === true && 'value' in value ? value.value : value, milliseconds }
    }
    if (status >= 500 || status === 429 || !body)
      return { kind: 'failed', status, retryAfter: response.headers.has('retry-after'), milliseconds }
    const error = body.error?.json ?? body.error
    return { kind: 'refused', status, ruleId: String(error?.data?.refusal?.ruleId ?? error?.message), milliseconds }
  } catch {
    return { kind: 'failed', status: 0, retryAfter: false, milliseconds: performance.now() - begun }
  }
}

type Failure = { message?: string; data?: { refusal?: { ruleId?: string } } }
type Body = { result?: { data: unknown }; error?: Failure & { json?: Failure } }
