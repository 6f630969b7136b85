import { createHash } from 'node:crypto'
import { expect, test, type Browser, type Page } from '@playwright/test'
import sharp from 'sharp'
import { openDesk } from '../src/desk.ts'
import {
  addFiles,
  becomeKnown,
  fillSteps,
  sign,
  startFiling,
  submit,
  type Picture,
  type Receipt,
} from '../src/file-case.ts'
import { overflow } from '../src/page-checks.ts'
import { newPerson } from '../src/people.ts'
import { lastDay, today } from '../src/period.ts'
import { loanComplaint, photograph } from '../src/photograph.ts'
import { stack, waitForMessage } from '../src/stack.ts'

const court = { slug: 'yinzhou', code: '浙0212', name: '宁波市鄞州区人民法院' }
const plaintiff = newPerson('林晓䶮')
const defendant = '周示例'

test.describe.configure({ mode: 'serial' })

let phone: Page
let clerk: Page
let receipt: Receipt

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  phone = await context.newPage()
})

test.afterAll(async () => {
  await phone.context().close()
  await clerk.context().close()
})

test('a person files with photographs from a phone, in at most twelve screens', async ({ browser }) => {
  const papers = await photographedPapers(browser)
  await becomeKnown(phone, plaintiff)
  const screens: string[] = []
  phone.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url())
    if (frame === phone.mainFrame() && screens.at(-1) !== pathname) screens.push(pathname)
  })
  await startFiling(phone, court.slug)
  await fillSteps(phone, { court: court.slug, plaintiff, defendant, amountYuan: '50000', ...papers })
  expect(await overflow(phone)).toBe(0)
  const quote = phone.getByRole('region', { name: '预计案件受理费' })
  await expect(quote).toContainText('50,000')
  await quote.getByText('怎么算出来的').click()
  await expect(quote.getByText('1,050', { exact: false }).first()).toBeVisible()
  await sign(phone)
  receipt = await submit(phone)
  expect(screens.length, screens.join(' ')).toBeLessThanOrEqual(12)
})

test('the receipt holds a number and the hash of every file, and anybody can check it', async ({ browser }) => {
  await expect(phone.getByText(receipt.number).first()).toBeVisible()
  const hashes = await phone
    .getByRole('definition')
    .filter({ hasText: /^[0-9a-f]{64}$/ })
    .allTextContents()
  expect(hashes).toHaveLength(8) // SHA-256 and SM3 of four files
  expect(new Set(hashes).size).toBe(8)
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(`${stack().web}/check`)
  await stranger.locator('input[name="number"]').fill(receipt.number)
  await stranger.getByRole('main').locator('button[type="submit"]').first().click()
  await expect(stranger.getByText(court.name).first()).toBeVisible()
  await stranger.goto(`${stack().web}/check/${encodeURIComponent(receipt.number)}?sha256=${hashes[0]}`)
  await expect(stranger.getByText('是同一份文件', { exact: true })).toBeVisible()
  await stranger.goto(`${stack().web}/check/${encodeURIComponent(receipt.number)}?sha256=${'0'.repeat(64)}`)
  await expect(stranger.getByText('不是同一份文件', { exact: true })).toBeVisible()
  await expect(stranger.getByText(plaintiff.name)).toHaveCount(0)
  await stranger.context().close()
})

test('what the court serves of a photograph shows no place and stands upright', async () => {
  await phone.goto(stack().web + receipt.path)
  await phone.locator('#materials, section').getByRole('link', { name: '起诉状' }).first().click()
  const href = await phone.locator('a[href^="/files/cases/"]').first().getAttribute('href')
  const answer = await phone.request.get(stack().web + (href ?? ''))
  const bytes = await answer.body()
  const kept = await sharp(bytes).metadata()
  expect(kept.exif).toBeUndefined()
  expect(bytes.includes('GPS')).toBe(false)
  expect([kept.orientation ?? 1, (kept.height ?? 0) > (kept.width ?? 0)]).toEqual([1, true])
  await phone.goto(`${stack().web}${receipt.path}/receipt`)
  await expect(phone.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible()
})

test('the clerk reads it beside its papers and returns it with one consolidated notice', async ({ browser }) => {
  clerk = await openDesk(browser, 'yinzhou.clerk')
  await clerk.goto(`${stack().web}/desk?q=${encodeURIComponent(receipt.number)}`)
  const row = clerk.getByRole('region', { name: '案件列表' }).getByRole('link')
  await expect(row).toHaveCount(1)
  await row.click()
  const due = lastDay({ ref: 'filing-decision', court: court.code, trigger: today() })
  await expect(clerk.locator(`time[datetime="${due}"]`).first()).toBeVisible()
  await clerk.getByRole('link', { name: '审查', exact: true }).click()
  await clerk.waitForURL(/\/review/)
  await expect(clerk.getByText('没有发现问题', { exact: false })).toBeVisible()
  await expect(clerk.getByRole('group', { name: '起诉状' })).toBeVisible()
  await clerk.getByRole('group', { name: '起诉状' }).getByRole('button', { name: '退回' }).click()
  await expect(clerk.getByRole('group', { name: '起诉状' }).getByRole('button', { name: '退回' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await clerk.getByRole('group', { name: '身份证明' }).getByRole('button', { name: '通过' }).click()
  await expect(clerk.getByText('还有1份未审查')).toBeVisible()
  await clerk.locator('a[data-decide="return"]').click()
  const decision = clerk.locator('details[data-decision="return"]')
  await expect(decision.getByLabel('材料不清晰')).toBeChecked()
  await decision.getByLabel('被告不明确').check()
  await decision.locator('textarea[name="note"]').fill('请补充被告的证件号码，并重新拍摄起诉状第二页。')
  await decision.getByRole('button', { name: '退回补正' }).click()
  await expect(clerk.getByText('已登记：退回补正')).toBeVisible()
})

test('the person is told once what to correct, and corrects it', async ({ browser }) => {
  const due = lastDay({ ref: 'correction', court: court.code, trigger: today() })
  const told = await waitForMessage(`+86${plaintiff.phone}`, /补正/)
  expect(told.kind).toBe('sms')
  await phone.goto(stack().web + receipt.path)
  await expect(phone.locator(`time[datetime="${due}"]`).first()).toBeVisible()
  await phone.getByRole('main').getByRole('link', { name: '补正', exact: false }).first().click()
  await phone.waitForURL(/\/do\/submit-correction/)
  for (const words of [
    '上传的材料不清晰',
    '不足以使被告与他人相区别',
    '请补充被告的证件号码，并重新拍摄起诉状第二页。',
  ]) {
    await expect(phone.getByText(words, { exact: false }).first()).toBeVisible()
  }
  const again = await photograph(
    browser,
    { title: '民事起诉状', paragraphs: ['补正后的起诉状。'] },
    { tilt: 1, gps: true },
  )
  await addFiles(phone, '起诉状', [{ name: '起诉状（补正）.jpg', mimeType: 'image/jpeg', buffer: again }])
  await phone.locator('textarea[name="note"]').fill('已补充被告证件号码，起诉状已重新拍摄。')
  await phone.getByRole('button', { name: '提交补正' }).click()
  await phone.waitForURL(/done=submit-correction/)
})

test('the clerk accepts: a number, a judge, a fee, and clocks that court-code counts alike', async () => {
  const web = stack().web
  await clerk.goto(`${web}/desk/cases/${receipt.caseId}/review`)
  const decision = clerk.locator('details[data-decision="accept"]')
  await clerk.locator('a[data-decide="accept"]').click()
  await expect(decision.locator('input[name="feeFen"]')).toHaveValue(/\d/)
  await decision.getByRole('button', { name: '登记立案' }).click()
  await clerk.waitForURL(/done=accept-filing/)
  const year = today().slice(0, 4)
  const number = new RegExp(`（${year}）${court.code}民初\\d+号`)
  await expect(clerk.getByText(number).first()).toBeVisible()
  await expect(clerk.getByText(/承办法官\S+/).first()).toBeVisible()
  await waitForMessage(`+86${plaintiff.phone}`, /已登记立案|已立案/)
  await phone.goto(web + receipt.path)
  await expect(phone.getByText(number).first()).toBeVisible()
  const clocks = phone.getByRole('region', { name: '期限', exact: true })
  for (const [ref, title] of [
    ['fee-prepayment', '预交案件受理费期限'],
    ['serve-complaint', '发送起诉状副本期限'],
  ] as const) {
    const due = lastDay({ ref, court: court.code, trigger: today() })
    await expect(clocks.getByRole('listitem').filter({ hasText: title }).locator('time')).toHaveAttribute(
      'datetime',
      due,
    )
  }
  const fee = clocks.getByRole('listitem').filter({ hasText: '预交案件受理费期限' })
  await fee.getByText('为什么是这一天').click()
  await expect(fee.getByText('这个日期已由另一套独立程序核对。')).toBeVisible()
  await expect(fee.getByText('诉讼费用交纳办法', { exact: false }).first()).toBeVisible()
})

test('payment and service are recorded: clocks clear, and start', async () => {
  await act('record-payment', async () => {
    await clerk.locator('input[name="voucher"]').fill('浙财 0042')
    await expect(clerk.getByRole('region', { name: '保存后将发生的变化' })).toContainText('办结')
  })
  await act('record-service', async () => {
    await clerk.locator('select[name="party"], input[name="party"]').first().waitFor()
    await choose('party', defendant)
    await choose('means', '直接送达')
  })
  await phone.goto(stack().web + receipt.path)
  const clocks = phone.getByRole('region', { name: '期限', exact: true })
  const answer = clocks.getByRole('listitem').filter({ hasText: '答辩期' }).filter({ hasText: defendant })
  const due = lastDay({ ref: 'answer', court: court.code, trigger: today() })
  await expect(answer.locator('time')).toHaveAttribute('datetime', due)
  await clocks.getByText('已经结束的期限', { exact: false }).click()
  await expect(clocks.getByRole('listitem').filter({ hasText: '预交案件受理费期限' })).toContainText('已经办结')
})

test('a question of the party is answered in the case', async () => {
  await phone.getByRole('link', { name: '给法院留言' }).last().click()
  await phone.locator('textarea[name="question"]').fill('请问什么时候开庭？')
  await phone.getByRole('button', { name: '提交' }).click()
  await phone.waitForURL(/done=ask-question/)
  await act('answer-question', async () => {
    await choose('party', plaintiff.name)
    await clerk.locator('textarea[name="answer"]').fill('答辩期满后，法院会发出开庭传票。')
  })
  await phone.goto(stack().web + receipt.path)
  await expect(phone.getByText('答辩期满后，法院会发出开庭传票。')).toBeVisible()
})

/** One action of the code, done from its own form at the desk. */
async function act(action: string, fillIn: () => Promise<void>): Promise<void> {
  await clerk.goto(`${stack().web}/desk/cases/${receipt.caseId}/do/${action}`)
  await fillIn()
  await clerk.locator(`#act-${action} button[name="_do"][value="save"]`).click()
  await clerk.waitForURL(new RegExp(`done=${action}`))
}

async function choose(name: string, label: string): Promise<void> {
  const select = clerk.locator(`select[name="${name}"]`)
  if ((await select.count()) > 0) {
    const value = await select.locator('option').filter({ hasText: label }).first().getAttribute('value')
    await select.selectOption(value ?? '')
  } else await clerk.getByRole('radio', { name: label }).check()
}

async function photographedPapers(
  browser: Browser,
): Promise<{ complaint: Picture[]; identity: Picture[]; evidence: Picture[] }> {
  const text = loanComplaint({ plaintiff: plaintiff.name, defendant, amountYuan: '50000', court: court.name })
  const take = async (name: string, paper: (typeof text)[number], tilt: number): Promise<Picture> => ({
    name,
    mimeType: 'image/jpeg',
    buffer: await photograph(browser, paper, { tilt, gps: true, orientation: tilt > 2 ? 6 : 1, noise: 0.3 }),
  })
  return {
    complaint: await Promise.all(text.map((paper, index) => take(`起诉状${index + 1}.jpg`, paper, index + 2))),
    identity: [await take('身份证.jpg', { title: '居民身份证（样例）', paragraphs: [plaintiff.name] }, -2)],
    evidence: [
      await take('借条.jpg', { title: '借条', paragraphs: ['今借到人民币五万元。'], signature: defendant }, 1),
    ],
  }
}
