import { expect, test, type Page } from '@playwright/test'
import { openDesk } from '../src/desk.ts'
import { enDesk, faultsOf, reachablePages, wear, zhPhone } from '../src/every-page.ts'
import { becomeKnown, fillSteps, sign, startFiling, submit } from '../src/file-case.ts'
import { awake, barriers } from '../src/page-checks.ts'
import { drawnPage } from '../src/papers.ts'
import { newPerson } from '../src/people.ts'
import { signInPerson } from '../src/sign-in.ts'
import { signInOf, stack } from '../src/stack.ts'

test.describe.configure({ mode: 'parallel' })

const isPage = (path: string) => !/^\/(files|api)\/|sign-out/.test(path)
const isPublic = (path: string) => isPage(path) && !/^\/(my|account|desk|file\/d)\b/.test(path)

test('nobody meets a barrier on the pages that need no sign-in', async ({ page }) => {
  const { web, admin, catcher } = stack()
  expect((await page.request.get(`${web}/no-such-page`)).status()).toBe(404)
  expect((await page.request.get(catcher)).status()).toBe(200)
  const pages = await reachablePages(
    page,
    [web, `${web}/staff/sign-in`, `${web}/check/R26-NOT-THERE`, `${web}/no-such-page`],
    isPublic,
  )
  expect(pages.length).toBeGreaterThan(7)
  expect(await faultsOf(page, pages)).toEqual([])
  expect(await faultsOf(page, [`${admin}/sign-in`])).toEqual([])
})

test('a person meets no barrier from the first step of a filing to the signature', async ({ page }) => {
  const plaintiff = newPerson('吕无碍')
  await becomeKnown(page, plaintiff)
  const draft = await startFiling(page, 'yinzhou')
  const steps = ['court', 'cause', 'parties', 'claims', 'grounds', 'materials', 'consent', 'sign']
  const empty = steps.map((step) => `${draft}/${step}`)
  const withErrors = ['court', 'parties', 'claims', 'consent'].map((step) => `${draft}/${step}?checked=1`)
  expect(await faultsOf(page, [draft, ...empty])).toEqual([])
  expect(await faultsOf(page, withErrors, [zhPhone, enDesk])).toEqual([])
  await wear(page, zhPhone)
  await page.goto(`${draft}/sign`)
  await awake(page.getByRole('button', { name: '开始签名' }))
  await page.getByRole('button', { name: '开始签名' }).click()
  expect(await barriers(page)).toEqual([])
})

test('a party meets no barrier in the account and in the cases', async ({ page }) => {
  const { web } = stack()
  await signInPerson(page, signInOf('web', /party|当事人/).account)
  await page.goto(`${web}/my`)
  const cases = await page
    .locator('main a[href^="/my/"]')
    .evaluateAll((all: { href: string }[]) => all.map(({ href }) => href))
  const own = [...new Set(cases)].filter((href) => /\/my\/[a-z-]+\/[0-9a-f-]{36}$/.test(href)).slice(0, 3)
  const pages = await reachablePages(page, [`${web}/my`, `${web}/account`, ...own], (path) =>
    /^\/(my|account)\b/.test(path),
  )
  expect(pages.length).toBeGreaterThan(8)
  expect(await faultsOf(page, pages)).toEqual([])
})

test('a clerk meets no barrier at the desk', async ({ browser }) => {
  const page = await openDesk(browser, 'yinzhou.clerk')
  const pages = await deskPages(page, ['filed', 'returned', 'accepted'])
  expect(pages.length).toBeGreaterThan(10)
  expect(await faultsOf(page, pages)).toEqual([])
  await page.context().close()
})

test('a judge meets no barrier in the docket', async ({ browser }) => {
  const page = await openDesk(browser, 'yinzhou.judge')
  const pages = await deskPages(page, ['accepted'])
  expect(pages.some((address) => address.includes('/desk/docket'))).toBe(true)
  expect(await faultsOf(page, pages)).toEqual([])
  await page.context().close()
})

test('an administrator of the nation meets no barrier', async ({ browser }) => {
  const page = await openDesk(browser, 'national.admin')
  const { admin } = stack()
  const pages = await reachablePages(
    page,
    [admin, `${admin}/courts/new`, `${admin}/queues`],
    (path) => isPage(path) && !path.startsWith('/queues/'),
  )
  expect(pages.length).toBeGreaterThan(8)
  expect(await faultsOf(page, pages)).toEqual([])
  await page.context().close()
})

test('a clerk reviews a filing with the keyboard alone', async ({ browser }) => {
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  const plaintiff = newPerson('施键盘')
  await becomeKnown(phone, plaintiff)
  await startFiling(phone, 'yinzhou')
  await fillSteps(phone, {
    court: 'yinzhou',
    plaintiff,
    defendant: '张示例',
    amountYuan: '30000',
    complaint: [await drawnPage('起诉状.jpg')],
    identity: [await drawnPage('身份证.jpg')],
  })
  await sign(phone)
  const receipt = await submit(phone)
  await phone.context().close()

  const page = await openDesk(browser, 'yinzhou.clerk')
  const { keyboard } = page
  await page.goto(`${stack().web}/desk`)
  await awake(page.locator('input[name="q"]').or(page.locator('select[name="state"]')))
  await keyboard.press('/')
  await expect(page.locator('input[name="q"]')).toBeFocused()
  await keyboard.type(receipt.number)
  await keyboard.press('Enter')
  await page.waitForURL(/q=/)
  const row = page.locator('[data-work-list] a[data-open]')
  await expect(row).toHaveCount(1)
  await expect(async () => {
    await keyboard.press('j')
    await expect(row).toBeFocused({ timeout: 500 })
  }).toPass()
  await keyboard.press('Enter')
  await page.waitForURL(/case=/)
  await awake(page.locator('input[name="q"]'))
  await keyboard.press('e')
  await page.waitForURL(/\/review/)
  const mark = (kind: string) => page.getByRole('group', { name: kind }).getByRole('button', { name: '通过' })
  await awake(mark('起诉状'))
  await keyboard.press('1')
  await expect(mark('起诉状')).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('n')
  await keyboard.press('1')
  await expect(page.getByText('全部已审查')).toBeVisible()
  await keyboard.press('a')
  await expect(page.locator('details[data-decision="accept"]')).toHaveAttribute('open')
  await keyboard.press('Control+Enter')
  await page.waitForURL(/done=accept-filing/)
  await page.context().close()
})

/** From the lists of the desk and one case of each state, all that can be opened. */
async function deskPages(page: Page, states: string[]): Promise<string[]> {
  const { web } = stack()
  const cases: string[] = []
  for (const state of states) {
    await page.goto(`${web}/desk?state=${state}`)
    const links = page.locator('[data-work-list] a[data-open]')
    const hrefs = await links.evaluateAll((all: { href: string }[]) => all.map(({ href }) => href))
    const id = /case=([0-9a-f-]{36})/.exec(hrefs[0] ?? '')?.[1]
    if (id) cases.push(`${web}/desk/cases/${id}`)
  }
  return reachablePages(page, [`${web}/desk`, `${web}/desk/docket`, ...cases], (path) => /^\/desk\b/.test(path))
}
