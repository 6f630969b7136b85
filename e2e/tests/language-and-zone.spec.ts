import { expect, test, type Page } from '@playwright/test'
import { becomeKnown, fillSteps, sign, startFiling, submit } from '../src/file-case.ts'
import { overflow } from '../src/page-checks.ts'
import { drawnPage } from '../src/papers.ts'
import { newPerson } from '../src/people.ts'
import { stack } from '../src/stack.ts'

test('large type stays on from page to page, and in the next visit', async ({ page }) => {
  const { web } = stack()
  await page.goto(web)
  await page.getByRole('button', { name: '大字版' }).click()
  await expect(page.getByRole('button', { name: '标准版' })).toBeVisible()
  for (const path of ['/courts', '/c/yinzhou', '/sign-in']) {
    await page.goto(web + path)
    const size = await page.evaluate<string>('getComputedStyle(document.body).fontSize')
    expect([path, Number.parseFloat(size) >= 20]).toEqual([path, true])
    expect([path, await overflow(page)]).toEqual([path, 0])
  }
  const later = await page.context().newPage()
  await later.goto(web)
  await expect(later.getByRole('button', { name: '标准版' })).toBeVisible()
})

test('who chose English reads English from the door to the receipt, and the court stays in its own time', async ({
  browser,
}) => {
  const { web } = stack()
  const phone = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, timezoneId: 'Africa/Luanda' })
  ).newPage()
  const plaintiff = newPerson('Maria Sample')
  await becomeKnown(phone, plaintiff)
  await phone.goto(web)
  await phone.getByRole('button', { name: 'English' }).click()
  await expect(phone.locator('html')).toHaveAttribute('lang', 'en')
  for (const path of [
    '/',
    '/courts',
    '/c/yinzhou',
    '/file/yinzhou',
    '/check',
    '/account',
    '/my',
    '/my/notices',
    '/sign-in',
    '/staff/sign-in',
  ]) {
    await phone.goto(web + path)
    expect([path, await chineseIn(phone)]).toEqual([path, []])
  }
  await phone.goto(`${web}/file/yinzhou`)
  await phone.getByRole('button', { name: 'Begin' }).click()
  await phone.waitForURL(/\/file\/d\//)
  const draft = phone.url()
  for (const step of ['', '/court', '/cause', '/parties', '/claims', '/grounds', '/materials', '/consent', '/sign']) {
    await phone.goto(draft + step)
    expect([step, await chineseIn(phone)]).toEqual([step, []])
  }
  await phone.context().close()
})

test('a receipt opened in Luanda says when it was in Ningbo', async ({ browser }) => {
  const open = async (timezoneId: string) =>
    (await browser.newContext({ viewport: { width: 360, height: 740 }, timezoneId })).newPage()
  const [wuhan, luanda] = [await open('Asia/Shanghai'), await open('Africa/Luanda')]
  const plaintiff = newPerson('孔时差')
  await becomeKnown(wuhan, plaintiff)
  await startFiling(wuhan, 'yinzhou')
  await fillSteps(wuhan, {
    court: 'yinzhou',
    plaintiff,
    defendant: '曹示例',
    amountYuan: '9000',
    complaint: [await drawnPage('起诉状.jpg')],
    identity: [await drawnPage('身份证.jpg')],
  })
  await sign(wuhan)
  const { number } = await submit(wuhan)
  const read = async (page: Page) => {
    await page.goto(`${stack().web}/check/${encodeURIComponent(number)}`)
    return page
      .getByRole('definition')
      .filter({ hasText: /\d{4}年/ })
      .innerText()
  }
  const said = await read(wuhan)
  const hour = new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format()
  expect(said).toContain(hour.replace(/\D/g, ''))
  expect(await read(luanda)).toBe(said)
  await Promise.all([wuhan.context().close(), luanda.context().close()])
})

// An example of what to type, and the source of a figure, which is quoted as it was published.
const quoted = String(/such as 借|\(unverified\)$/)

/** Chinese words that an English page shows outside the parts marked as Chinese, the names of people and what they typed. */
function chineseIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement
      if (!parent || parent.closest('script, style, template, noscript, [lang^=zh]')) continue
      const text = node.textContent.trim()
      if (/[\\u4e00-\\u9fff]/.test(text) && !${quoted}.test(text)) found.push(text)
    }
    return found
  })()`)
}
