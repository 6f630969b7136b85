import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { FormInput } from '@court/procedure/code/form-values'
import type { Words } from '@court/procedure/code/schema/words'
import { refusalOf } from '@court/api/errors'
import { cookies, headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'

// What was typed and why it did not go through, kept for the next page of the same reader: a post that fails answers with a redirect,
// so that it works without script and a reload posts nothing. Kept in cookies of that one page, five minutes, in pieces browsers take.
export type KeptAnswers = {
  input: FormInput
  errors: Record<string, Words>
  reason?: Words | undefined
  posted?: [string, string][] | undefined // the post as it came, when nobody could say which form it was of
}

const name = 'kept'
const pieceLength = 3_600
const piecesMax = 3

export async function keepAnswers(path: string, kept: KeptAnswers): Promise<void> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const whole = pack(kept)
  const packed = whole.length <= pieceLength * piecesMax ? whole : pack({ ...kept, input: {}, posted: undefined })
  const options = {
    path,
    maxAge: 300,
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: head.get('x-forwarded-proto') === 'https',
  }
  for (let piece = 0; piece < piecesMax; piece += 1) {
    const part = packed.slice(piece * pieceLength, (piece + 1) * pieceLength)
    if (part) jar.set(`${name}.${piece}`, part, options)
    else jar.set(`${name}.${piece}`, '', { ...options, maxAge: 0 })
  }
}

// Runs what a form posts. Where it breaks, because the database is away or for any other reason, the post waits in the browser as it was
// sent, and stands in the form again as soon as the page can be drawn.
export async function keepingTyped(
  place: { path: string; back: string },
  data: FormData,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act()
  } catch (error) {
    unstable_rethrow(error) // a redirect is no break
    const posted = [...data.entries()].flatMap(([field, value]): [string, string][] =>
      typeof value === 'string' && !field.startsWith('$') ? [[field, value]] : [],
    )
    await keepAnswers(place.path, { input: {}, errors: {}, reason: refusalOf(error).reason, posted })
    redirect(place.back)
  }
}

export function postedForm(posted: readonly [string, string][]): FormData {
  const data = new FormData()
  for (const [field, value] of posted) data.append(field, value)
  return data
}

export async function keptAnswers(): Promise<KeptAnswers | null> {
  const jar = await cookies()
  let packed = ''
  for (let piece = 0; piece < piecesMax; piece += 1) packed += jar.get(`${name}.${piece}`)?.value ?? ''
  if (packed === '') return null
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: 200_000 }).toString('utf8')
    return JSON.parse(text) as KeptAnswers
  } catch {
    return null // a cookie cut short: the form stands there empty
  }
}

export async function dropAnswers(path: string): Promise<void> {
  const jar = await cookies()
  for (let piece = 0; piece < piecesMax; piece += 1)
    jar.set(`${name}.${piece}`, '', { path, maxAge: 0, httpOnly: true })
}

function pack(kept: KeptAnswers): string {
  return deflateRawSync(Buffer.from(JSON.stringify(kept), 'utf8'), { level: 9 }).toString('base64url')
}
