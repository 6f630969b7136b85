import { expect, test } from 'vitest'
import { requestIdOf } from './request-id.ts'

test.each(['01936f0e-7d1c-7000-8000-000000000001', 'a1b2c3d4e5f60718', 'req_0.1-abcDEF99'])(
  'the id %s of a proxy is kept',
  (id) => {
    expect(requestIdOf(id)).toBe(id)
  },
)

test.each([
  null,
  '',
  'x',
  '张三',
  'a b c d e f g h',
  '{"level":50}',
  'id\u2028forged-line',
  "'; drop table",
  '<script>alert(1)</script>',
  'a'.repeat(101),
])('%j is none: the request gets one of its own', (given) => {
  expect(requestIdOf(given)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})
