import { expect, type Page } from '@playwright/test'
import { awake } from './page-checks.ts'
import type { Person } from './people.ts'
import { signInPerson } from './sign-in.ts'
import { stack } from './stack.ts'

export type Picture = { name: string; mimeType: string; buffer: Buffer }
export type Filing = {
  court: string // slug
  plaintiff: Person
  defendant: string
  amountYuan: string
  complaint: Picture[]
  identity: Picture[]
  evidence?: Picture[]
  evidenceList?: Picture[]
  before?: Partial<Record<Step, () => Promise<void>>> // what is looked at when a step opens
}
type Step = (typeof stepNames)[number]

const stepNames = ['court', 'cause', 'parties', 'claims', 'grounds', 'materials', 'consent'] as const

/** Signs in with the phone and gives the name and number that the identity document shows. */
export async function becomeKnown(page: Page, person: Person): Promise<void> {
  await signInPerson(page, person.phone, '/account/identity')
  await page.getByLabel('居民身份证').check()
  await page.getByLabel('姓名', { exact: false }).fill(person.name)
  await page.locator('input[name="number"]').fill(person.idNumber)
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/done=identity/)
}

/** From the door of the court to the task list of a new filing; its address. */
export async function startFiling(page: Page, court: string): Promise<string> {
  await page.goto(`${stack().web}/c/${court}`)
  await page.locator(`a[href="/file/${court}"]`).first().click()
  await page.getByRole('button', { name: '开始', exact: true }).click()
  await page.waitForURL(/\/file\/d\/[0-9a-f-]{36}$/)
  return page.url()
}

/** Fills every step but the last, going on with the button at its foot. */
export async function fillSteps(page: Page, filing: Filing): Promise<void> {
  await page.getByRole('link', { name: /^(开始填写|继续)/ }).click()
  for (const step of stepNames) {
    await page.waitForURL((url) => url.pathname.endsWith(`/${step}`))
    await filing.before?.[step]?.()
    await fill[step](page, filing)
    await goOn(page)
  }
  await page.waitForURL(/\/sign$/)
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存并继续' }).click()
}

export const fill = {
  court: async (page: Page) => {
    await page.locator('input[name="jurisdiction"][value="defendant-domicile"]').check()
  },
  cause: async (page: Page) => {
    const search = page.getByRole('searchbox')
    await awake(search)
    await search.fill('mjjdjf')
    await page.getByRole('radio', { name: '民间借贷纠纷', exact: false }).check()
  },
  parties: async (page: Page, { plaintiff, defendant }: Pick<Filing, 'plaintiff' | 'defendant'>) => {
    await expect(page.locator('input[name="parties.p1.name"]')).toHaveValue(plaintiff.name)
    await page.locator('input[name="parties.p1.address"]').fill('湖北省武汉市示范小区1栋101室')
    await page.locator('input[name="parties.p2.kind"][value="person"]').check()
    await page.locator('input[name="parties.p2.name"]').fill(defendant)
    await page.locator('select[name="parties.p2.idKind"]').first().selectOption('unknown')
    await page.locator('input[name="parties.p2.phone"]').fill('19955600000')
    await page.locator('input[name="parties.p2.address"]').fill('浙江省宁波市示范路8号')
  },
  claims: async (page: Page, { amountYuan }: Pick<Filing, 'amountYuan'>) => {
    await page.locator('input[name="claims.c1.kind"][value="payment"]').check()
    await page.locator('textarea[name="claims.c1.text"]').fill(`判令被告归还借款本金${amountYuan}元`)
    await page.locator('input[name="claims.c1.amountFen"]').fill(amountYuan)
  },
  grounds: async (page: Page, { amountYuan }: Pick<Filing, 'amountYuan'>) => {
    await page
      .locator('textarea[name="grounds"]')
      .fill(`2024年9月1日，被告因经营周转向原告借款${amountYuan}元，约定2025年2月28日前归还，多次催讨，至今未还。`)
  },
  materials: async (page: Page, filing: Filing) => {
    await addFiles(page, '起诉状', filing.complaint)
    await addFiles(page, '身份证明', filing.identity)
    if (filing.evidence) await addFiles(page, '证据材料', filing.evidence)
    if (filing.evidenceList) await addFiles(page, '证据清单', filing.evidenceList)
  },
  consent: async (page: Page) => {
    for (const name of ['mediation', 'onlineConsent', 'eServiceConsent']) {
      await page.locator(`input[name="${name}"]`).check()
    }
    await page.locator('input[name="serviceAddress.address"]').fill('湖北省武汉市示范小区1栋101室')
  },
}

/** Chooses files for one kind of material and waits until the court has looked at each. */
export async function addFiles(page: Page, kind: string, files: Picture[]): Promise<void> {
  const section = page.getByRole('region', { name: kind, exact: true })
  const input = section.locator('input[type="file"][multiple]').last()
  await awake(input)
  await input.setInputFiles(files)
  for (const { name } of files) {
    const row = section.locator('div').filter({ hasText: name }).filter({ hasText: '已保存' }).last()
    await expect(row).toBeVisible({ timeout: 60_000 })
  }
}

/** Signs on the sheet with three strokes. */
export async function sign(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: '开始签名' })
  await awake(open)
  await open.click()
  const sheet = page.getByRole('dialog').locator('canvas')
  await expect.poll(() => sheet.evaluate((canvas: { width: number }) => canvas.width)).toBeGreaterThan(300)
  const box = await sheet.boundingBox()
  if (!box) throw new Error('there is no sheet to sign on')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  for (const [from, to] of [
    [at(0.2, 0.3), at(0.8, 0.35)],
    [at(0.5, 0.2), at(0.45, 0.7)],
    [at(0.3, 0.5), at(0.75, 0.62)],
  ] as const) {
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 12 })
    await page.mouse.up()
  }
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('img', { name: '您的签名' })).toBeVisible()
}

export type Receipt = { number: string; court: string; caseId: string; path: string }

/** Hands the filing in and reads the receipt. */
export async function submit(page: Page): Promise<Receipt> {
  await page.getByRole('button', { name: /^提交给/ }).click()
  await page.waitForURL(/\/my\/[^/]+\/[^/]+\/receipt/)
  return readReceipt(page)
}

export async function readReceipt(page: Page): Promise<Receipt> {
  await expect(page.getByRole('heading', { name: '法院已收到您的起诉材料' })).toBeVisible()
  const { pathname } = new URL(page.url())
  const [, , court = '', caseId = ''] = pathname.split('/')
  const check = await page.getByRole('link', { name: '打开核验页面' }).getAttribute('href')
  return { number: decodeURIComponent(check?.split('/').at(-1) ?? ''), court, caseId, path: `/my/${court}/${caseId}` }
}
