import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
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
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([address, overflow]).toEqual([address, 0])
    }
    await context.close()
  })
}
