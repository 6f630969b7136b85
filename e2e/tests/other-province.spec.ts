import { expect, test } from '@playwright/test'
import { openDesk } from '../src/desk.ts'
import { addFiles, becomeKnown, fillSteps, goOn, sign, startFiling, submit } from '../src/file-case.ts'
import { drawnPage } from '../src/papers.ts'
import { newPerson } from '../src/people.ts'
import { lastDay, today } from '../src/period.ts'
import { stack, waitForMessage } from '../src/stack.ts'

const court = { slug: 'wuchang', code: '鄂0106', name: '武汉市武昌区人民法院' }
const plaintiff = newPerson('吴楚江')

test('the court of another province shows its own rules in the same form, and refuses with reasons', async ({
  browser,
}) => {
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await becomeKnown(phone, plaintiff)
  await phone.goto(`${stack().web}/file/yinzhou`)
  await expect(phone.getByText('每个文件不超过 30 MB', { exact: false })).toBeVisible()
  await startFiling(phone, court.slug)
  await fillSteps(phone, {
    court: court.slug,
    plaintiff,
    defendant: '冯示例',
    amountYuan: '60000',
    complaint: [await drawnPage('起诉状.jpg')],
    identity: [await drawnPage('身份证.jpg')],
    evidenceList: [await drawnPage('证据清单.jpg')],
    before: {
      materials: async () => {
        await expect(phone.getByText('每个文件不超过 10 MB', { exact: false })).toBeVisible()
        // Hubei asks for a numbered list of the evidence: without it the step is not done.
        await addFiles(phone, '起诉状', [await drawnPage('起诉状草稿.jpg')])
        await goOn(phone)
        await expect(phone.getByRole('alert').getByText('证据清单', { exact: false }).first()).toBeVisible()
      },
    },
  })
  await sign(phone)
  const receipt = await submit(phone)
  const due = lastDay({ ref: 'filing-decision', court: court.code, trigger: today() })
  expect(due).not.toBe(lastDay({ ref: 'filing-decision', court: '浙0212', trigger: today() }))
  await phone.goto(stack().web + receipt.path)
  const clock = phone.getByRole('listitem').filter({ hasText: '立案审查期限' })
  await expect(clock.locator('time')).toHaveAttribute('datetime', due)

  const desk = await openDesk(browser, 'wuchang.chief')
  await desk.goto(`${stack().web}/desk/cases/${receipt.caseId}/review#refuse-filing`)
  await desk.locator('a[data-decide="refuse"]').click()
  const decision = desk.locator('details[data-decision="refuse"]')
  await decision.getByLabel('本院没有管辖权').check()
  await decision.locator('textarea[name="note"]').fill('被告住所地在武汉市洪山区，本院没有管辖权。')
  await decision.locator('input[name="_sure"]').check()
  await decision.getByRole('button', { name: '裁定不予受理' }).click()
  await desk.waitForURL(/done=refuse-filing/)
  await waitForMessage(`+86${plaintiff.phone}`, /不予受理/)
  await phone.reload()
  await expect(phone.getByText('不予受理', { exact: false }).first()).toBeVisible()
  await expect(phone.getByText('本院没有管辖权', { exact: false }).first()).toBeVisible()
  await Promise.all([phone.context().close(), desk.context().close()])
})
