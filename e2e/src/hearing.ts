import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { signInPerson } from './sign-in.ts'
import { stack } from './stack.ts'

export type Session = { court: string; caseId: string; hearingId: string; judge: string; phones: [string, string] }

/** The session of today that the demo country has, with its people: named in the notes of its sign-ins. */
export function todaysSession(): Session {
  const of = (side: string) => stack().signIns.find(({ note }) => note?.startsWith(`hearing ${side}`))
  const [plaintiff, defendant] = [of('plaintiff'), of('defendant')]
  const [, court = '', caseId = '', hearingId = ''] =
    /\/my\/([a-z-]+)\/([0-9a-f-]{36})\/hearings\/([0-9a-f-]{36})/.exec(plaintiff?.note ?? '') ?? []
  const judge = /judge (\S+)/.exec(plaintiff?.note ?? '')?.[1]
  if (!plaintiff || !defendant || !judge || !hearingId) throw new Error('the demo has no session of today')
  return { court, caseId, hearingId, judge, phones: [plaintiff.account, defendant.account] }
}

export const doorOf = ({ court, caseId, hearingId }: Session): string =>
  `${stack().web}/my/${court}/${caseId}/hearings/${hearingId}`
export const deskOf = ({ caseId, hearingId }: Session): string =>
  `${stack().web}/desk/cases/${caseId}/hearings/${hearingId}`

/** Small pictures both ways, as on a weak phone; and every connection that the page opens can be asked what came over it. */
export async function prepareForRoom(page: Page): Promise<void> {
  await page.addInitScript(`
    localStorage.setItem('hearing-choices', '{"picture":"small"}')
    const Known = globalThis.RTCPeerConnection
    globalThis.connections = []
    globalThis.RTCPeerConnection = class extends Known {
      constructor(...given) { super(...given); globalThis.connections.push(this) }
    }`)
}

/** A party on the smallest phone in use, signed in. */
export async function openPhone(browser: Browser, phone: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    permissions: ['camera', 'microphone'],
  })
  const page = await context.newPage()
  await prepareForRoom(page)
  await signInPerson(page, phone)
  return page
}

/** What this browser has received of others' voices so far: bytes, the energy of the sound itself; and how many come now. */
export function heardBy(page: Page): Promise<{ bytes: number; energy: number; tracks: number }> {
  return page.evaluate(`(async () => {
    const sum = { bytes: 0, energy: 0, tracks: 0 }
    for (const connection of globalThis.connections) {
      if (connection.connectionState === 'closed') continue
      for (const stat of (await connection.getStats()).values())
        if (stat.type === 'inbound-rtp' && stat.kind === 'audio') {
          sum.bytes += stat.bytesReceived
          sum.energy += stat.totalAudioEnergy ?? 0
        }
      for (const { track } of connection.getReceivers())
        if (track.kind === 'audio' && track.readyState === 'live' && !track.muted) sum.tracks += 1
    }
    return sum
  })()`)
}

/** Grows within some seconds: somebody is heard. */
export async function expectHeard(page: Page): Promise<void> {
  const before = await heardBy(page)
  await expect
    .poll(async () => (await heardBy(page)).energy, { message: 'a voice arrives' })
    .toBeGreaterThan(before.energy)
}

export async function enterRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(进入|回到法庭)$/ }).click()
  await expect(page.locator('[data-link="connected"]')).toBeVisible({ timeout: 30_000 })
}

export const seat = (page: Page, name: string): Locator => page.locator('[data-seat]').filter({ hasText: name })

/** The camera, the microphone, the speaker and the line: each tried, each works. */
export async function testDevices(page: Page, door: string): Promise<void> {
  await page.goto(`${door}/devices`)
  await page.getByRole('button', { name: '打开摄像头' }).click()
  await page.getByRole('button', { name: '打开麦克风' }).click()
  await page.getByRole('button', { name: '播放提示音' }).click()
  await page.getByRole('button', { name: '听到了', exact: true }).click()
  await page.getByRole('button', { name: '测量网络' }).click()
  for (const device of ['摄像头', '麦克风', '扬声器'])
    await expect(page.getByRole('region', { name: device }).getByRole('status')).toHaveText('正常', { timeout: 30_000 })
  await expect(page.getByRole('region', { name: '网络' }).getByRole('status')).toHaveText(/良好|较弱/)
  await expect(page.getByText('下行', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '保存测试结果' }).click()
  await page.waitForURL(/done=devices/)
}

export async function agreeToOnline(page: Page, door: string): Promise<void> {
  await page.goto(`${door}/mode`)
  await page.locator('input[name="mode"][value="online"]').check()
  await page.getByLabel('我已阅读以上说明，同意在线参加').check()
  await page.getByRole('button', { name: '保存选择' }).click()
  await page.waitForURL(/done=mode/)
}

export async function confirmDuties(page: Page, door: string): Promise<void> {
  await page.goto(`${door}/duties`)
  await page.getByLabel('我已阅读并理解以上权利和义务').check()
  await page.getByRole('button', { name: '确认' }).click()
  await page.waitForURL(/done=duties/)
}
