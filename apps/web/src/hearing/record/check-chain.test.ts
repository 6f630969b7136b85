import { createHash } from 'node:crypto'
import { chainHashOf, emptyChain } from '@court/usecases/hearings/chain-hash'
import { expect, test } from 'vitest'
import { checkChain, type ChainCheck } from './check-chain.ts'

const sha256 = (data: string) => createHash('sha256').update(data).digest('hex')

// Chained as the server does it.
function recorded(parts: string[]) {
  let previousHash = emptyChain
  return parts.map((part, index) => {
    const [startedAt, endedAt] = [new Date(index * 4000), new Date((index + 1) * 4000)]
    const slice = { index, startedAt, endedAt, sizeBytes: part.length, hash: sha256(part) }
    previousHash = chainHashOf({ previousHash, ...slice })
    return { ...slice, chainHash: previousHash }
  })
}

async function check(parts: string[], served: (string | null)[], slices = recorded(parts)) {
  const steps: ChainCheck[] = []
  await checkChain({
    slices,
    address: String,
    onStep: (step) => steps.push(step),
    load: (address) => {
      const part = served[Number(address)]
      return Promise.resolve(part ? new TextEncoder().encode(part).buffer : null)
    },
  })
  return steps.at(-1)
}

const parts = ['one', 'two', 'three']

test('a recording that was not touched fits from the first part to the last', async () => {
  expect(await check(parts, parts)).toEqual({ state: 'good' })
})

test('a part that was changed, left out or put elsewhere is found', async () => {
  expect(await check(parts, ['one', 'tvo', 'three'])).toEqual({ state: 'differs', part: 2 })
  const [first, , third] = recorded(parts)
  expect(
    await check(
      parts,
      parts,
      [first, third].filter((slice) => slice !== undefined),
    ),
  ).toEqual({
    state: 'differs',
    part: 2,
  })
})

test('a part that cannot be loaded is said to be absent, not false', async () => {
  expect(await check(parts, ['one', null, 'three'])).toEqual({ state: 'absent', part: 2 })
})
