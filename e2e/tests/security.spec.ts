import { request as httpRequest } from 'node:http'
import { expect, test, type APIResponse, type Page } from '@playwright/test'
import { newPerson } from '../src/people.ts'
import { signInPerson } from '../src/sign-in.ts'
import { stack } from '../src/stack.ts'

// What stands in the headers of the running sites, and what they do with requests of others. The rest of docs/security.md runs without a browser.

const pages = {
  web: ['/', '/sign-in', '/courts', '/check', '/staff/sign-in', '/no-such-page', '/my', '/desk'],
  admin: ['/', '/sign-in', '/no-such-page', '/courts'],
} as const
const others = {
  web: [
    '/healthz',
    '/readyz',
    '/icon.svg',
    '/api/trpc/courts.list',
    '/api/trpc/no.such',
    '/api/uploads/x',
    '/files/uploads/x',
    '/files/cases/x/y/z',
  ],
  admin: ['/healthz', '/readyz', '/icon.svg', '/api/trpc/accounts.whoAmI', '/api/trpc/no.such'],
} as const

test('every answer of both sites says how it may be used, errors too', async ({ request }) => {
  for (const site of ['web', 'admin'] as const)
    for (const path of [...pages[site], ...others[site]]) {
      const answer = await request.get(`${stack()[site]}${path}`, { maxRedirects: 0 })
      const headers = answer.headers()
      const place = `${site} ${path} ${answer.status()}`
      expect(headers, place).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(
        Number(/max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1]),
        place,
      ).toBeGreaterThanOrEqual(31_536_000)
      expect(headers['x-powered-by'], place).toBeUndefined()
      expect(headers['server'], place).toBeUndefined()
      expect(headers['access-control-allow-origin'], place).toBeUndefined()
      if (isPage(answer)) expectPolicy(headers['content-security-policy'] ?? '', place)
      else if (path.startsWith('/api/')) expect(headers['cache-control'], place).toContain('no-store')
      expect(await answer.text(), place).not.toMatch(/node_modules|\bat [\w.]+ \(|PrismaClient/)
    }
})

const isPage = (answer: APIResponse) => (answer.headers()['content-type'] ?? '').startsWith('text/html')

function expectPolicy(policy: string, place: string) {
  const directive = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1] ?? ''
  expect(directive('script-src'), place).toMatch(/'nonce-[\w+/=]{20,}'/)
  expect(directive('script-src'), place).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/)
  for (const name of ['object-src', 'base-uri', 'frame-ancestors']) expect(directive(name), place).toBe("'none'")
  expect(directive('form-action'), place).toBe("'self'")
}

type Inline = { scripts: string[]; styles: string[]; handlers: string[]; addresses: number }

test('no page has an inline script without the nonce of its answer, and none breaks its policy', async ({ page }) => {
  const broken: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) broken.push(`${page.url()}: ${message.text()}`)
  })
  for (const path of ['/', '/sign-in', '/courts', '/check', '/no-such-page']) {
    const answer = await page.goto(`${stack().web}${path}`)
    const nonce = /'nonce-([^']+)'/.exec(answer?.headers()['content-security-policy'] ?? '')?.[1]
    const found = await page.evaluate<Inline>(`({
      scripts: [...document.scripts]
        .filter(({ src, type }) => src === '' && type !== 'application/json')
        .map((one) => one.nonce),
      styles: [...document.querySelectorAll('style')].map((one) => one.nonce),
      handlers: [...document.querySelectorAll('*')].flatMap((one) =>
        one.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      addresses: [...document.querySelectorAll('a')].filter(({ protocol }) => protocol === 'javascript:').length,
    })`)
    expect(found.scripts.length, path).toBeGreaterThan(0)
    expect(new Set(found.scripts), path).toEqual(new Set([nonce]))
    expect(
      found.styles.filter((one) => one !== nonce),
      path,
    ).toEqual([])
    expect(found, path).toMatchObject({ handlers: [], addresses: 0 })
  }
  expect(broken).toEqual([])
})

test('a foreign host in the request leads nowhere', async () => {
  for (const site of ['web', 'admin'] as const)
    for (const path of ['/', '/my', '/desk', '/courts', '/account'])
      for (const headers of [
        { host: 'evil.example' },
        { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
        { forwarded: 'host=evil.example' },
      ] as Record<string, string>[]) {
        const { status, location, body } = await ask(`${stack()[site]}${path}`, headers)
        const place = `${site} ${path} ${JSON.stringify(headers)}`
        expect(status, place).toBeLessThan(500)
        expect(location, place).not.toContain('evil.example')
        expect(body, place).not.toContain('evil.example')
      }
})

function ask(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; location: string; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? '',
          body: Buffer.concat(pieces).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('no address of the sign-in sends on to another site', async ({ page }) => {
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/my',
    '/%09/evil.example',
    'javascript:alert(1)',
  ]) {
    await page.goto(`${stack().web}/sign-in?next=${encodeURIComponent(next)}`)
    const leading = await page.evaluate<string[]>(`
      [...document.querySelectorAll('a[href], form[action]')]
        .filter((one) => new URL(one.href ?? one.getAttribute('action'), location.href).origin !== location.origin)
        .map((one) => one.outerHTML.slice(0, 200))
    `)
    expect(
      leading.filter((one) => one.includes('evil')),
      next,
    ).toEqual([])
  }
  await signInPerson(page, newPerson('冯返回').phone, 'https://evil.example/my')
  expect(new URL(page.url()).origin).toBe(new URL(stack().web).origin)
})

test('a form of another site changes nothing', async ({ page, request }) => {
  const { phone } = newPerson('褚伪造')
  await page.goto(`${stack().web}/sign-in`)
  const fields = await page.evaluate<[string, string][]>(
    `[...document.querySelectorAll('main form input[type="hidden"]')].map(({ name, value }) => [name, value])`,
  )
  const action = fields.filter(([name]) => name.startsWith('$ACTION'))
  expect(action.length).toBeGreaterThan(0)
  const post = (origin: string) =>
    request.post(`${stack().web}/sign-in`, {
      headers: { origin },
      multipart: { ...Object.fromEntries(fields), phone },
      maxRedirects: 0,
    })
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await post(origin)
    expect(answer.headers()['location'] ?? '', origin).not.toContain('/sign-in/code')
    expect([403, 500], `${origin} ${answer.status()}`).toContain(answer.status())
  }
  // The same form of our own page does what it says: so it was the origin that stood in the way.
  const own = await post(new URL(stack().web).origin)
  expect(own.status()).toBe(303)
})

test('cookies are for the server alone, and for requests of the own site', async ({ page, request }) => {
  await signInPerson(page, newPerson('卫饼干').phone)
  const cookies = await page.context().cookies()
  expect(cookies.length).toBeGreaterThan(0)
  const isSecure = stack().web.startsWith('https:')
  for (const { name, httpOnly, sameSite, path, secure } of cookies)
    expect({ name, httpOnly, sameSite, path, secure }).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: isSecure,
    })
  const session = cookies.find(({ name }) => /tongheng-web$/.test(name))
  const held = `${session?.name}=${session?.value}`
  const sessions = () => request.get(`${stack().web}/api/trpc/accounts.sessions`, { headers: { cookie: held } })
  expect((await sessions()).status()).toBe(200)
  await signOut(page)
  expect((await sessions()).status()).toBe(401)
})

async function signOut(page: Page) {
  await page.goto(`${stack().web}/account`)
  await page.getByRole('main').getByRole('button', { name: '退出登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/account'))
}
