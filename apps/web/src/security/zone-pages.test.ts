import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { isPageOfZone } from './zone-pages.ts'

/** Every page that the site has, as its address begins. */
const app = fileURLToPath(new URL('../app', import.meta.url))
const addresses = readdirSync(app, { recursive: true, withFileTypes: true })
  .filter((file) => /^(page\.tsx|route\.ts)$/.test(file.name))
  .map((file) => `/${join(file.parentPath).slice(app.length + 1)}`)
const hidden = (zone: 'public' | 'court' | 'all') => addresses.filter((address) => !isPageOfZone(address, zone))

test('in the public zone no page of desk and staff exists, and every other one does', () => {
  expect(addresses.length).toBeGreaterThan(30)
  expect(hidden('public').sort()).toEqual(addresses.filter((address) => /^\/(desk|staff)(\/|$)/.test(address)).sort())
})

test('in the court’s zone nobody files, and clerks have their desk', () => {
  expect(hidden('court')).toContain('/file/[court]')
  expect(hidden('court').filter((address) => /^\/(desk|staff|api|files|check)/.test(address))).toEqual([])
})

test('where all is served nothing is hidden, and an address that only begins alike is another', () => {
  expect(hidden('all')).toEqual([])
  expect(isPageOfZone('/staffing', 'public')).toBe(true)
})

afterEach(() => vi.unstubAllEnvs())

test('a page of the other zone is answered as one that never was', async () => {
  const key = Buffer.alloc(32, 1).toString('base64url')
  for (const name of ['SESSION_SECRET_WEB', 'FIELD_ENCRYPTION_KEY', 'BLIND_INDEX_KEY', 'ONE_TIME_CODE_KEY'])
    vi.stubEnv(name, key)
  vi.stubEnv('DATABASE_URL_PUBLIC', 'postgres://nobody@127.0.0.1:1/none')
  vi.stubEnv('ZONE', 'public')
  const { proxy } = await import('../proxy.ts')
  const rewrite = (path: string) =>
    proxy(new NextRequest(`http://court.example${path}`)).headers.get('x-middleware-rewrite')
  expect(rewrite('/staff/sign-in?next=/desk')).toMatch(/\/absent$/)
  expect(rewrite('/desk')).toMatch(/\/absent$/)
  expect(rewrite('/my')).toBeNull()
  expect(addresses).not.toContain('/absent')
})
