import { randomInt } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { openDesk } from '../src/desk.ts'
import { becomeKnown, fillSteps, sign, startFiling, submit } from '../src/file-case.ts'
import { barriers } from '../src/page-checks.ts'
import { drawnPage } from '../src/papers.ts'
import { newPerson } from '../src/people.ts'
import { stack } from '../src/stack.ts'

const serial = String(randomInt(10_000)).padStart(4, '0')
const court = { slug: `xinshe-${serial}`, name: `宁波市新设${serial}区人民法院`, code: `浙02${randomInt(30, 80)}` }
const renamed = { zh: `宁波市更名${serial}区人民法院`, en: `People's Court of Gengming ${serial}` }
const clerk = { login: `xinshe.clerk${serial}`, name: '新来书记员', password: `join-${serial}-Qz7x` }

test.describe.configure({ mode: 'serial' })

let invitation = ''
let courtId = ''

test('the supreme court takes on a court after a model, assigns its codes and opens it', async ({ browser }) => {
  const page = await openDesk(browser, 'national.admin')
  await page.goto(`${stack().admin}/courts/new`)
  await chooseByText(page, 'select[name="model"]', '鄞州')
  await page.getByRole('button', { name: '复制' }).click()
  await page.waitForURL(/model=/)
  await page.getByLabel('法院全称').fill(court.name)
  await page.getByLabel('英文名称').first().fill(`People's Court of Xinshe ${serial}`)
  await page.locator('input[name="code"]').fill(court.code)
  await page.getByLabel('网址名').fill(court.slug)
  await page.getByRole('button', { name: '接入并选择规程' }).click()
  await page.waitForURL(/\/codes\/assign/)
  await expect(page.getByText('新法院已登记')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /浙江省高级人民法院规定/ })).toBeChecked()
  await page.getByRole('button', { name: '分配这些规程' }).click()
  await page.waitForURL(/\/staff|done=assigned/)
  courtId = /\/courts\/([^/?]+)/.exec(page.url())?.[1] ?? ''
  await page.goto(`${stack().admin}/courts/${courtId}`)
  await page.getByRole('button', { name: '开放立案' }).click()
  await expect(page.getByText('本院已开放立案', { exact: false })).toBeVisible()

  await page.goto(`${stack().admin}/courts/${courtId}/staff`)
  await page.locator('#f-name').fill(clerk.name)
  await page.locator('#f-login').fill(clerk.login)
  await page.getByLabel('立案庭书记员').last().check()
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  const link = page.getByText(/\/staff\/join\//)
  await expect(link).toBeVisible()
  invitation = (await link.textContent()) ?? ''
  await page.context().close()
})

test('the supreme court renames it: the public page says the new name, the page of the court keeps the old one', async ({
  browser,
}) => {
  const page = await openDesk(browser, 'national.admin')
  await page.goto(`${stack().admin}/courts/${courtId}`)
  await page.getByRole('link', { name: '变更名称' }).click()
  await page.getByLabel('中文名称').fill(renamed.zh)
  await page.getByLabel('英文名称').fill(renamed.en)
  await page.getByRole('button', { name: '查看变化' }).click()
  await expect(page.locator('del').first()).toHaveText(court.name)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '确认变更名称' }).click()
  await page.waitForURL(/done=name/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(renamed.zh)
  await expect(page.getByRole('region', { name: '名称', exact: true }).getByText(court.name)).toBeVisible()
  await page.goto(`${stack().web}/c/${court.slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(renamed.zh)
  await page.context().close()
})

test('a filing clerk joins by the link; a person files there; the clerk has it on the desk', async ({ browser }) => {
  const joining = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await joining.goto(invitation)
  await joining.locator('input[name="password"]').fill(clerk.password)
  await joining.locator('input[name="again"]').fill(clerk.password)
  await joining.getByRole('main').locator('button[type="submit"]').click()
  await joining.waitForURL(/\/code$/)
  await joining.locator('summary').click()
  const secret = ((await joining.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await joining.locator('input[name="code"]').fill(new TOTP({ secret }).generate())
  await joining.getByRole('main').locator('button[type="submit"]').click()
  await joining.waitForURL(/\/desk/)

  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  const plaintiff = newPerson('何新院')
  await becomeKnown(phone, plaintiff)
  await startFiling(phone, court.slug)
  await fillSteps(phone, {
    court: court.slug,
    plaintiff,
    defendant: '郑示例',
    amountYuan: '8000',
    complaint: [await drawnPage('起诉状.jpg')],
    identity: [await drawnPage('身份证.jpg')],
  })
  await sign(phone)
  const receipt = await submit(phone)

  await joining.reload()
  await expect(joining.getByText(renamed.zh).first()).toBeVisible()
  await joining.getByRole('region', { name: '案件列表' }).getByRole('link').first().click()
  await expect(joining.getByText(receipt.number).first()).toBeVisible()
  await joining.getByRole('link', { name: '审查', exact: true }).click()
  await expect(joining.locator('details[data-decision="accept"]')).toBeVisible()
  await Promise.all([joining.context().close(), phone.context().close()])
})

async function chooseByText(page: Page, selector: string, text: string): Promise<void> {
  const select = page.locator(selector)
  const value = await select.locator('option').filter({ hasText: text }).first().getAttribute('value')
  await select.selectOption(value ?? '')
}
