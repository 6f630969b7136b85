import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { answerPage } from './answer-page.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'
import { nextConfig } from './next-config.ts'

const policyOf = (policy: string) =>
  Object.fromEntries(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/)
      return [name, values]
    }),
  )
const production = policyOf(contentSecurityPolicy({ nonce: 'abc', isDevelopment: false }))

describe('the policy of a page', () => {
  test('runs no script but with the nonce of this answer, and evaluates nothing', () => {
    expect(production['script-src']).toContain("'nonce-abc'")
    expect(production['script-src']?.join(' ')).not.toMatch(/unsafe|https?:|\*|data:|blob:/)
    expect(production['style-src']?.join(' ')).not.toMatch(/unsafe-inline/)
  })

  test('lets nobody frame the page, change its base or send its forms elsewhere, and loads nothing from elsewhere', () => {
    expect(production).toMatchObject({
      'default-src': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'object-src': ["'none'"],
      'form-action': ["'self'"],
      'connect-src': ["'self'"],
    })
    const sources = Object.values(production).flat()
    expect(sources.filter((source) => /^https?:|^\*/.test(source))).toEqual([])
  })

  test('has a nonce of its own for every answer, of 128 bits, and gives it to the page alone', () => {
    const nonces = Array.from({ length: 50 }, () => {
      const response = answerPage(new NextRequest('https://court.example/my'))
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(response.headers.get('x-nonce')).toBeNull()
      return /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    })
    expect(new Set(nonces).size).toBe(50)
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  })

  test('is not the one that the browser sends along', () => {
    const forged = { 'content-security-policy': "script-src 'unsafe-inline'", 'x-nonce': 'forged' }
    const response = answerPage(new NextRequest('https://court.example/', { headers: forged }))
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe-inline'; script|forged/)
    expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('forged')
  })
})

describe('every answer', () => {
  const headers = Object.fromEntries(securityHeaders.map(({ key, value }) => [key.toLowerCase(), value]))

  test('asks for TLS for a year or more, below the name too', () => {
    const [, seconds] = /max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '') ?? []
    expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000)
    expect(headers['strict-transport-security']).toContain('includeSubDomains')
  })

  test('is taken for what it says it is, framed by nobody, and tells other sites nothing of where one was', () => {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('opens no microphone, and is found by no search engine', () => {
    expect(headers['permissions-policy']).toContain('microphone=()')
    expect(headers['x-robots-tag']).toContain('noindex')
  })

  test('gets them on both sites, and none says what it runs on', async () => {
    const config = nextConfig({ folder: import.meta.dirname })
    const all = await config.headers?.()
    expect(all?.find(({ source }) => source === '/:path*')?.headers).toEqual(securityHeaders)
    expect(config.poweredByHeader).toBe(false)
    expect(config.experimental?.serverActions).toMatchObject({ bodySizeLimit: '1mb' })
    expect(config.experimental?.serverActions?.allowedOrigins).toBeUndefined()
  })
})
