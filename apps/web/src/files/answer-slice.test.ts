import { expect, test } from 'vitest'
import { answerSlice, rangeOf } from './answer-slice.ts'

test('a player may ask for the whole, a beginning, a middle or an end', () => {
  expect(rangeOf(null, 100)).toBeNull()
  expect(rangeOf('bytes=0-', 100)).toEqual({ first: 0, last: 99 })
  expect(rangeOf('bytes=10-19', 100)).toEqual({ first: 10, last: 19 })
  expect(rangeOf('bytes=90-400', 100)).toEqual({ first: 90, last: 99 })
  expect(rangeOf('bytes=-10', 100)).toEqual({ first: 90, last: 99 })
})

test('what lies outside is refused, and what cannot be read gets the whole', () => {
  expect(rangeOf('bytes=100-', 100)).toBe('outside')
  expect(rangeOf('bytes=20-10', 100)).toBe('outside')
  for (const odd of ['bytes=-', 'bytes=0-1,5-6', 'items=1-2', 'bytes=a-b']) expect(rangeOf(odd, 100)).toBeNull()
})

const slice = { courtId: 'c', storageKey: 'k', mime: 'video/mp4', sizeBytes: 4 }
const storage = {
  open: ({ range }: { range?: { first: number; last?: number } }) =>
    Promise.resolve({
      body: new Blob(['abcd'.slice(range?.first ?? 0, (range?.last ?? 3) + 1)]).stream(),
      sizeBytes: 4,
    }),
} as never

test('a piece is answered as a piece, and nobody on the way may keep it', async () => {
  const request = new Request('http://court.example/x', { headers: { range: 'bytes=1-2' } })
  const answer = await answerSlice({ ok: true, value: slice }, { request, storage })
  expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([206, 'bytes 1-2/4', 'bc'])
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
})
