import { describe, expect, test } from 'vitest'
import { drawGrid, type Picture } from './grid.ts'
import { createMix } from './mix.ts'

const plain = (luma: number, width = 32, height = 18): Picture => {
  const data = new Uint8Array((width * height * 3) / 2).fill(90)
  data.fill(luma, 0, width * height)
  return { width, height, data }
}
const size = { width: 64, height: 36 }
const at = ({ width, data }: Picture, x: number, y: number) => data[y * width + x]
const quiet = (luma: number) => ({ picture: plain(luma), isSpeaking: false })

describe('the picture of the record', () => {
  test('is dark when nobody is seen', () => {
    const { data } = drawGrid([], size)
    expect(data).toHaveLength((64 * 36 * 3) / 2)
    expect(new Set(data.subarray(0, 64 * 36))).toEqual(new Set([16]))
  })

  test('is one picture, in its proportion, when one is seen', () => {
    const wide = drawGrid([quiet(200)], size)
    expect([at(wide, 0, 0), at(wide, 63, 35)]).toEqual([200, 200])
    const upright = drawGrid([{ picture: plain(200, 18, 32), isSpeaking: false }], size)
    expect([at(upright, 0, 18), at(upright, 32, 18), at(upright, 63, 18)]).toEqual([16, 200, 16])
  })

  test('is all of them side by side, in order, whoever speaks in a frame', () => {
    const grid = drawGrid([quiet(50), { ...quiet(100), isSpeaking: true }, quiet(150)], size)
    expect([at(grid, 16, 9), at(grid, 48, 9), at(grid, 16, 27), at(grid, 48, 27)]).toEqual([50, 100, 150, 16])
    expect([at(grid, 0, 0), at(grid, 32, 0), at(grid, 63, 17)]).toEqual([50, 220, 220])
    expect(grid.data[64 * 36]).toBe(90) // colour is copied too
  })

  test('of more than nine shows those who speak', () => {
    const tiles = Array.from({ length: 12 }, (_, index) => ({ picture: plain(30 + index), isSpeaking: index === 11 }))
    const grid = drawGrid(tiles, { width: 96, height: 54 })
    expect(at(grid, 16, 9)).toBe(41)
  })
})

describe('the sound of the record', () => {
  const mixOf = () => createMix({ samplesToBegin: 4, samplesAheadMax: 8 })
  const sound = (...samples: number[]) => Int16Array.from(samples)

  test('is the sum of all, and never wraps around', () => {
    const mix = mixOf()
    mix.add('a', sound(1, 2, 3, 30_000))
    mix.add('b', sound(10, 20, 30, 30_000))
    expect([...mix.take(4)]).toEqual([11, 22, 33, 32_767])
  })

  test('begins once enough is there, and is silence where nothing is', () => {
    const mix = mixOf()
    mix.add('a', sound(1, 2))
    expect([...mix.take(2)]).toEqual([0, 0])
    mix.add('a', sound(3, 4))
    expect([...mix.take(6)]).toEqual([1, 2, 3, 4, 0, 0])
    mix.add('a', sound(5))
    expect([...mix.take(2)]).toEqual([0, 0]) // it ran dry, and gathers anew
  })

  test('drops what is too old, and who has gone', () => {
    const mix = mixOf()
    for (let index = 1; index <= 5; index += 1) mix.add('a', sound(index, index))
    mix.add('b', sound(9, 9, 9, 9))
    mix.remove('b')
    expect([...mix.take(3)]).toEqual([2, 2, 3])
  })
})
