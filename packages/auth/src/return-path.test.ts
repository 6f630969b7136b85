import { expect, it } from 'vitest'
import { safeReturnPath } from './return-path.ts'

it.each(['/', '/my', '/file/3?step=claims&x=%2F', '/c/haicheng'])('%s is a page of this site', (path) => {
  expect(safeReturnPath(path, '/account')).toBe(path)
})

it.each([
  null,
  '',
  'my',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\tevil',
  '/%0a\n',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in/code?x=1',
  '/staff/sign-in',
  '/api/trpc/x',
  `/${'a'.repeat(600)}`,
])('%j is not: the fallback is taken', (path) => {
  expect(safeReturnPath(path, '/account')).toBe('/account')
})

it('dots cannot climb out of the site', () => {
  expect(safeReturnPath('/a/../..//evil.example', '/account')).not.toMatch(/^\/\//)
})
