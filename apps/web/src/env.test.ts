import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { envSchema, readEnv } from './env.ts'

const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
const explained = new Set([...example.matchAll(/^([A-Z_0-9]+)=/gm)].map(([, name]) => name))
const key = Buffer.alloc(32, 7).toString('base64url')
const complete = {
  DATABASE_URL_PUBLIC: 'postgres://app_public:x@127.0.0.1/court',
  DATABASE_URL_STAFF: 'postgres://app_staff:x@127.0.0.1/court',
  SESSION_SECRET_WEB: key,
  FIELD_ENCRYPTION_KEY: key,
  BLIND_INDEX_KEY: key,
  ONE_TIME_CODE_KEY: key,
}

it('everything the app reads is explained in .env.example', () => {
  const read = Object.keys(envSchema.shape).filter((name) => name !== 'NODE_ENV')
  expect(read.filter((name) => !explained.has(name))).toEqual([])
})

it('what is empty counts as not set', () => {
  const read = readEnv({ ...complete, ZONE: '', CLAMAV_URL: '' })
  expect(read.ZONE).toBe('all')
  expect(read.CLAMAV_URL).toBeUndefined()
})

it.each([
  ['FIELD_ENCRYPTION_KEY', 'c2hvcnQ'],
  ['SESSION_SECRET_WEB', 'short'],
  ['DATABASE_URL_PUBLIC', 'nowhere'],
  ['DATABASE_URL_STAFF', ''],
  ['TRUSTED_PROXIES', '-1'],
  ['ZONE', 'everywhere'],
])('%s=%s is refused by its name, without its value', (name, value) => {
  const read = () => readEnv({ ...complete, [name]: value })
  expect(read).toThrow(name)
  if (value) expect(read).not.toThrow(`${name}: ${value}`)
})

it('the public zone needs no address of the staff’s role', () => {
  const { DATABASE_URL_STAFF: _, ...others } = complete
  expect(readEnv({ ...others, ZONE: 'public' }).DATABASE_URL_STAFF).toBeUndefined()
})

it('keys and secrets may be a list while one is replaced', () => {
  const read = readEnv({ ...complete, FIELD_ENCRYPTION_KEY: `${key}, ${key}` })
  expect(read.FIELD_ENCRYPTION_KEY).toHaveLength(2)
})
