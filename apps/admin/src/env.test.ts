import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { envSchema, readEnv } from './env.ts'

const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
const explained = new Set([...example.matchAll(/^([A-Z_0-9]+)=/gm)].map(([, name]) => name))
const key = Buffer.alloc(32, 7).toString('base64url')
const complete = {
  DATABASE_URL_ADMIN: 'postgres://app_admin:x@127.0.0.1/court',
  SESSION_SECRET_ADMIN: key,
  FIELD_ENCRYPTION_KEY: key,
  BLIND_INDEX_KEY: key,
  ONE_TIME_CODE_KEY: key,
}

it('everything the app reads is explained in .env.example', () => {
  const read = Object.keys(envSchema.shape).filter((name) => name !== 'NODE_ENV')
  expect(read.filter((name) => !explained.has(name))).toEqual([])
})

it.each(Object.keys(complete))('without %s it does not start, and says so', (name) => {
  expect(() => readEnv({ ...complete, [name]: '' })).toThrow(name)
})
