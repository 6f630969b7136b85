import { expect, test, type Browser, type Page } from '@playwright/test'
import { openDesk } from '../src/desk.ts'
import { addFiles, becomeKnown, fill, fillSteps, goOn, sign, startFiling, submit } from '../src/file-case.ts'
import { awake } from '../src/page-checks.ts'
import { drawnPage, encryptedPdf } from '../src/papers.ts'
import { newPerson, type Person } from '../src/people.ts'
import { signInPerson } from '../src/sign-in.ts'
import { stack } from '../src/stack.ts'

const court = 'yinzhou'

test('a filing begun on a phone goes on at another device, and answers of both are kept apart', async ({ browser }) => {
  const person = newPerson('苏换机')
  const phone = await newPhone(browser)
  await becomeKnown(phone, person)
  const draft = await startFiling(phone, court)
  const grounds = phone.locator('textarea[name="grounds"]')
  await phone.goto(`${draft}/grounds`)
  await awake(grounds)
  await grounds.fill('手机上先写的一段：2024年9月1日借款五万元。')
  await expect(phone.getByText(/^已保存/)).toBeVisible()
  await saved(phone)

  // The same person at another device: a second code within a minute is not sent, so the sign-in is taken along.
  const storageState = await phone.context().storageState()
  const computer = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState })).newPage()
  await computer.goto(`${draft}/grounds`)
  const there = computer.locator('textarea[name="grounds"]')
  await expect(there).toHaveValue('手机上先写的一段：2024年9月1日借款五万元。')
  await awake(there)
  await there.fill('电脑上改写的一段：2024年9月1日借款五万元，至今未还。')
  await saved(computer)

  await grounds.fill('手机上又改的一段：2024年9月1日，周某借款五万元。')
  const notice = phone
    .getByRole('alert')
    .filter({ hasText: '这里在另一台设备上改过' })
    .or(phone.getByRole('status').filter({ hasText: '这里在另一台设备上改过' }))
  await expect(notice.first()).toContainText('电脑上改写的一段')
  await expect(notice.first()).toContainText('手机上又改的一段')
  await expect(grounds).toHaveValue('手机上又改的一段：2024年9月1日，周某借款五万元。')
  await phone.getByLabel('保留我这里的').check()
  await goOn(phone)
  await phone.waitForURL(/\/materials$/)
  await computer.reload()
  await expect(there).toHaveValue('手机上又改的一段：2024年9月1日，周某借款五万元。')
  await Promise.all([phone.context().close(), computer.context().close()])
})

test('an upload cut half-way goes on where it stopped', async ({ browser }) => {
  const phone = await newPhone(browser)
  await becomeKnown(phone, newPerson('冯断线'))
  const draft = await startFiling(phone, court)
  const large = await drawnPage('大照片.jpg', { width: 3600, height: 4800 })
  expect(large.buffer.length).toBeGreaterThan(2.5 * 1024 * 1024)
  const offsets: number[] = []
  let isCut = false
  await phone.route('**/api/uploads/**', async (route) => {
    const request = route.request()
    if (request.method() !== 'PATCH') return route.continue()
    const offset = Number(request.headers()['upload-offset'])
    if (offset > 0 && !isCut) {
      isCut = true
      return route.abort('connectionreset')
    }
    offsets.push(offset)
    return route.continue()
  })
  await phone.goto(`${draft}/materials`)
  await addFiles(phone, '起诉状', [large])
  expect(isCut).toBe(true)
  expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b)) // no piece was sent twice
  await phone.context().close()
})

test('a double tap on the last button gives one filing', async ({ browser }) => {
  const phone = await newPhone(browser)
  const plaintiff = newPerson('连点两')
  await becomeKnown(phone, plaintiff)
  await startFiling(phone, court)
  await fillSteps(phone, await simpleFiling(plaintiff))
  await sign(phone)
  await phone.getByRole('button', { name: /^提交给/ }).dblclick()
  await phone.waitForURL(/\/receipt/)
  await phone.goto(`${stack().web}/my`)
  await expect(phone.getByRole('main').locator('a[href^="/my/yinzhou/"]')).toHaveCount(1)
  await phone.context().close()
})

test('what cannot be right is said beside its field, and everything typed still stands', async ({ browser }) => {
  const phone = await newPhone(browser)
  const person = newPerson('邹写错')
  await signInPerson(phone, person.phone, '/account/identity')
  const wrong = person.idNumber.slice(0, 17) + (person.idNumber.endsWith('1') ? '2' : '1')
  await phone.getByLabel('居民身份证').check()
  await phone.locator('input[name="name"]').fill(person.name)
  await phone.locator('input[name="number"]').fill(wrong)
  await phone.getByRole('button', { name: '保存' }).click()
  await expect(phone.locator('#f-number-error, [id$="number-error"]').first()).toBeVisible()
  await expect(phone.locator('input[name="name"]')).toHaveValue(person.name)
  await expect(phone.locator('input[name="number"]')).toHaveValue(wrong)
  await phone.locator('input[name="number"]').fill(person.idNumber)
  await phone.getByRole('button', { name: '保存' }).click()
  await phone.waitForURL(/done=identity/)

  const draft = await startFiling(phone, court)
  await phone.goto(`${draft}/parties`)
  await fill.parties(phone, { plaintiff: person, defendant: '钱示例' })
  await phone.locator('select[name="parties.p2.idKind"]').first().selectOption('resident-id')
  await phone.locator('input[name="parties.p2.idNumber"]').fill('339900199003071234')
  await goOn(phone)
  await expectError(phone, 'parties.p2.idNumber')
  await expect(phone.locator('input[name="parties.p2.name"]')).toHaveValue('钱示例')
  await expect(phone.locator('input[name="parties.p2.idNumber"]')).toHaveValue('339900199003071234')

  for (const amount of ['五万元整整', '-50000', '99999999999999999']) {
    await phone.goto(`${draft}/claims`)
    await phone.locator('input[name="claims.c1.kind"][value="payment"]').check()
    await phone.locator('textarea[name="claims.c1.text"]').fill('判令被告归还借款')
    await phone.locator('input[name="claims.c1.amountFen"]').fill(amount)
    await goOn(phone)
    await expectError(phone, 'claims.c1.amountFen')
    await expect(phone.locator('textarea[name="claims.c1.text"]')).toHaveValue('判令被告归还借款')
    await expect(phone.locator('input[name="claims.c1.amountFen"]')).toHaveValue(amount)
  }

  await phone.goto(`${draft}/materials`)
  const section = phone.getByRole('region', { name: '起诉状', exact: true })
  const input = section.locator('input[type="file"][multiple]').last()
  await awake(input)
  const wrongFiles = [
    { name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0), says: '空的' },
    { ...encryptedPdf('加密.pdf'), says: '密码' },
    {
      name: '程序.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\u0090\u0000 this is no document'),
      says: '不',
    },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('只有文字'), says: '不能使用这种文件' },
  ]
  await addFiles(phone, '起诉状', [await drawnPage('好的一页.jpg')])
  for (const { says, ...file } of wrongFiles) {
    await input.setInputFiles([file])
    const row = section.locator('div').filter({ hasText: file.name }).filter({ hasText: '没有上传成功' }).last()
    await expect(row).toContainText(says, { timeout: 30_000 })
    await section.getByRole('button', { name: `删除 ${file.name}` }).click()
  }
  await phone.reload()
  await expect(section.getByText('好的一页.jpg')).toBeVisible()
  await phone.context().close()
})

test('a case of somebody else, of another court, and one that never was look the same', async ({ browser }) => {
  const [phone, stranger] = [await newPhone(browser), await newPhone(browser)]
  const plaintiff = newPerson('严保密')
  await becomeKnown(phone, plaintiff)
  await startFiling(phone, court)
  await fillSteps(phone, await simpleFiling(plaintiff))
  await sign(phone)
  const receipt = await submit(phone)
  await becomeKnown(stranger, newPerson('蔡旁人'))
  const absent = '01890000-0000-7000-8000-000000000000'
  const seen = async (page: Page, path: string) => {
    const answer = await page.goto(stack().web + path)
    return [answer?.status(), (await page.locator('main').innerText()).replaceAll(/[0-9a-f-]{36}/g, '')]
  }
  const nothing = await seen(stranger, `/my/${court}/${absent}`)
  expect(nothing[0]).toBe(404)
  expect(await seen(stranger, receipt.path)).toEqual(nothing)
  expect(await seen(phone, `/my/wuchang/${receipt.caseId}`)).toEqual(await seen(phone, `/my/wuchang/${absent}`))
  const elsewhere = await openDesk(browser, 'wuchang.clerk')
  const deskNothing = await seen(elsewhere, `/desk/cases/${absent}`)
  expect(deskNothing[0]).toBe(404)
  expect(await seen(elsewhere, `/desk/cases/${receipt.caseId}`)).toEqual(deskNothing)
  expect(await seen(elsewhere, `/desk/cases/${receipt.caseId}/review`)).toEqual(deskNothing)
  await Promise.all([phone, stranger, elsewhere].map((page) => page.context().close()))
})

test('of two clerks on one filing the second sees what the first did, and keeps what was typed', async ({
  browser,
}) => {
  const phone = await newPhone(browser)
  const plaintiff = newPerson('尤两审')
  await becomeKnown(phone, plaintiff)
  await startFiling(phone, court)
  await fillSteps(phone, await simpleFiling(plaintiff))
  await sign(phone)
  const { caseId } = await submit(phone)
  const [first, second] = [await openDesk(browser, 'yinzhou.clerk'), await openDesk(browser, 'yinzhou.chief')]
  for (const page of [first, second]) {
    await page.goto(`${stack().web}/desk/cases/${caseId}/review`)
    await awake(page.locator('a[data-decide="return"]'))
    await page.locator('a[data-decide="return"]').click()
    const decision = page.locator('details[data-decision="return"]')
    await decision.getByLabel('被告不明确').check()
    await decision.locator('textarea[name="note"]').fill(page === first ? '第一位的说明' : '第二位的说明')
  }
  await first.locator('details[data-decision="return"]').getByRole('button', { name: '退回补正' }).click()
  await first.waitForURL(/done=return-filing/)
  await second.locator('details[data-decision="return"]').getByRole('button', { name: '退回补正' }).click()
  const notice = second.getByText('有人先办理了这件案件，您的操作没有保存')
  await expect(notice).toBeVisible()
  await expect(second.getByRole('main')).toContainText('退回补正')
  await second.goto(`${stack().web}/desk/cases/${caseId}`)
  await expect(second.getByText('第二位的说明')).toHaveCount(0)
  await Promise.all([phone, first, second].map((page) => page.context().close()))
})

async function newPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
}

async function simpleFiling(plaintiff: Person) {
  return {
    court,
    plaintiff,
    defendant: '孙示例',
    amountYuan: '12000',
    complaint: [await drawnPage('起诉状.jpg')],
    identity: [await drawnPage('身份证.jpg')],
  }
}

/** What was typed has reached the court: the note says so after it had said that it is on its way. */
async function saved(page: Page): Promise<void> {
  await page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok())
  await expect(page.getByText(/^已保存/)).toBeVisible()
}

async function expectError(page: Page, name: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`).first()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const described = (await field.getAttribute('aria-describedby')) ?? ''
  const id = described.split(' ').find((one) => one.endsWith('-error')) ?? 'no-error'
  await expect(page.locator(`[id="${id}"]`)).toBeVisible()
}
