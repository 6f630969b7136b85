import type { WebCaller } from '@court/api/web-root'
import { refuse, type Refusal } from '@court/usecases/refusal'
import superjson, { type SuperJSONResult } from 'superjson'

type Hearings = WebCaller['hearings']
type Name = Exclude<keyof Hearings, symbol>
export type HearingInput<N extends Name> = Parameters<Hearings[N]>[0]
export type HearingAnswer<N extends Name> = Awaited<ReturnType<Hearings[N]>> | Refusal

const queries: readonly Name[] = ['view']

/** Asks the court's own interface from the browser. What is refused, and a line that is down, come back as values. */
export async function callHearing<N extends Name>(name: N, input: HearingInput<N>): Promise<HearingAnswer<N>> {
  const body = JSON.stringify(superjson.serialize(input))
  const path = `/api/trpc/hearings.${name}`
  try {
    const response = queries.includes(name)
      ? await fetch(`${path}?input=${encodeURIComponent(body)}`, { signal: AbortSignal.timeout(waitMs) })
      : await fetch(path, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
          signal: AbortSignal.timeout(waitMs),
        })
    return read((await response.json()) as Answer)
  } catch {
    return offline
  }
}

const waitMs = 15_000

type Answer = {
  result?: { data: SuperJSONResult }
  error?: { json?: { data?: { refusal?: Refusal } }; data?: { refusal?: Refusal } }
}

function read<N extends Name>({ result, error }: Answer): HearingAnswer<N> {
  if (result) return superjson.deserialize(result.data)
  return error?.json?.data?.refusal ?? error?.data?.refusal ?? offline
}

const offline = refuse({
  kind: 'unavailable',
  ruleId: 'offline',
  reason: {
    zh: '暂时连不上法院网站，正在重试。您已保存的内容不会丢失。',
    en: 'The court’s site cannot be reached just now. We keep trying; nothing you saved is lost.',
  },
})
