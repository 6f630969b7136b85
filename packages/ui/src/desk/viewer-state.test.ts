import { expect, test } from 'vitest'
import { nextZoom, turned } from './viewer-state.ts'

test('the size goes by steps and stays at its ends', () => {
  expect(nextZoom(1, 1)).toBe(1.25)
  expect(nextZoom(1, -1)).toBe(0.75)
  expect(nextZoom(3, 1)).toBe(3)
  expect(nextZoom(0.5, -1)).toBe(0.5)
})

test('four quarter turns lead back', () => {
  expect(turned(turned(turned(turned(0))))).toBe(0)
  expect(turned(270)).toBe(0)
})
