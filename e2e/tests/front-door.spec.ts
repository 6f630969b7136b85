import { expect, test } from '@playwright/test'
import { barriers, overflow } from '../src/page-checks.ts'
import { stack } from '../src/stack.ts'

test('the front doors of all sites open, and say where nothing is', async ({ page, request }) => {
  const { web, admin, catcher } = stack()
  for (const address of [web, `${web}/courts`, `${web}/sign-in`, `${admin}/sign-in`, catcher]) {
    const answer = await page.goto(address)
    expect([address, answer?.status()]).toEqual([address, 200])
    await expect(page.locator('h1').first()).toBeVisible()
  }
  expect((await request.get(`${web}/no-such-page`)).status()).toBe(404)
})

for (const language of ['zh-CN', 'en'] as const) {
  test(`whoever has not signed in meets no barrier in ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ locale: language, viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const { web, admin } = stack()
    for (const address of [web, `${web}/courts`, `${web}/sign-in`, `${web}/staff/sign-in`, `${admin}/sign-in`]) {
      await page.goto(address)
      expect(await barriers(page)).toEqual([])
      expect([address, await overflow(page)]).toEqual([address, 0])
    }
    await context.close()
  })
}
