import { expect, test } from 'vitest'
import { placeStages } from './stage-layout.ts'

const states = ['filed', 'returned', 'refused', 'accepted', 'closed'].map((id) => ({ id, label: id }))
const moves = [
  { from: 'filed', to: 'returned' },
  { from: 'returned', to: 'filed' },
  { from: 'filed', to: 'refused' },
  { from: 'filed', to: 'accepted' },
  { from: 'accepted', to: 'closed' },
]

test('a state stands where the shortest way reaches it, a way back moves nothing', () => {
  expect(placeStages(states, moves).map(({ id, rank, row }) => [id, rank, row])).toEqual([
    ['filed', 0, 0],
    ['returned', 1, 0],
    ['refused', 1, 1],
    ['accepted', 1, 2],
    ['closed', 2, 0],
  ])
})

test('no states, no map', () => {
  expect(placeStages([], [])).toEqual([])
})
