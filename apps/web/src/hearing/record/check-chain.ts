import type { RecordingView } from '@court/usecases/hearings/hearing-types'

/** `part` counts from one, in the order of playing. */
export type ChainCheck = { state: 'good' } | { state: 'checking' | 'differs' | 'absent'; part: number }

type Slice = RecordingView['slices'][number]

/** Loads every part, counts its checksum and the chain anew; stops at the first that does not fit. */
export async function checkChain({
  slices,
  address,
  onStep,
  load = loadBytes,
}: {
  slices: readonly Slice[]
  address: (index: number) => string
  onStep: (check: ChainCheck) => void
  load?: (address: string) => Promise<ArrayBuffer | null>
}): Promise<void> {
  let previous = '0'.repeat(64)
  for (const [at, slice] of slices.entries()) {
    const part = at + 1
    onStep({ state: 'checking', part })
    const bytes = await load(address(slice.index))
    if (!bytes) return onStep({ state: 'absent', part })
    const hash = await sha256(bytes)
    const chain = await sha256(new TextEncoder().encode(chainText(previous, { ...slice, hash })))
    if (hash !== slice.hash || chain !== slice.chainHash) return onStep({ state: 'differs', part })
    previous = chain
  }
  onStep({ state: 'good' })
}

// What the chain is counted over, as `chainHashOf` of the use cases writes it.
const chainText = (previous: string, { index, startedAt, endedAt, sizeBytes, hash }: Slice): string =>
  [previous, index, startedAt.toISOString(), endedAt.toISOString(), sizeBytes, hash].join('\n')

async function loadBytes(address: string): Promise<ArrayBuffer | null> {
  const answer = await fetch(address).catch(() => null)
  return answer?.ok ? answer.arrayBuffer() : null
}

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
