import { expect, it } from 'vitest'
import { createKeys, isSameDigest } from './keys.ts'

const first = new Uint8Array(32).fill(1)
const second = new Uint8Array(32).fill(2)
const keys = createKeys([first])

it('what was sealed opens for its own purpose alone', () => {
  const sealed = keys.seal('person.phone', '+8613800138000 䶮')
  expect(keys.open('person.phone', sealed)).toBe('+8613800138000 䶮')
  expect(() => keys.open('person.identity-number', sealed)).toThrow()
})

it('the same text is never sealed to the same bytes, and never shows', () => {
  expect(keys.seal('person.phone', '13800138000')).not.toBe(keys.seal('person.phone', '13800138000'))
  expect(keys.seal('person.phone', '13800138000')).not.toContain('13800138000')
})

it('a changed character does not open', () => {
  const sealed = keys.seal('person.phone', '+8613800138000')
  const at = sealed.lastIndexOf('.') + 1
  const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
  expect(() => keys.open('person.phone', changed)).toThrow()
  expect(() => keys.open('person.phone', 'v1.x')).toThrow()
})

it('a new key opens what the old one sealed, and finds what it indexed', () => {
  const rotated = createKeys([second, first])
  expect(rotated.open('person.phone', keys.seal('person.phone', 'x'))).toBe('x')
  expect(rotated.blindIndex('person.phone', 'x')).toBe(keys.blindIndex('person.phone', 'x'))
  expect(() => keys.open('person.phone', rotated.seal('person.phone', 'x'))).toThrow('not configured')
})

it('an index is bound to its purpose and its key', () => {
  expect(keys.blindIndex('a', 'x')).not.toBe(keys.blindIndex('b', 'x'))
  expect(keys.blindIndex('a', 'x')).not.toBe(createKeys([second]).blindIndex('a', 'x'))
})

it('a short key is refused', () => {
  expect(() => createKeys([new Uint8Array(16)])).toThrow('32 bytes')
  expect(() => createKeys([first], { oneTimeCode: new Uint8Array(16) })).toThrow('32 bytes')
})

it('indexes and codes have keys of their own', () => {
  const apart = createKeys([first], { blindIndex: second, oneTimeCode: second })
  expect(apart.blindIndex('a', 'x')).not.toBe(keys.blindIndex('a', 'x'))
  expect(apart.digest('a', 'x')).not.toBe(keys.digest('a', 'x'))
  expect(apart.digest('a', 'x')).not.toBe(apart.blindIndex('a', 'x'))
})

it('digests are compared whole', () => {
  expect(isSameDigest('abc', 'abc')).toBe(true)
  expect(isSameDigest('abc', 'abd')).toBe(false)
  expect(isSameDigest('abc', 'ab')).toBe(false)
})
