import { expect, test, type Page } from '@playwright/test'
import { openDesk } from '../src/desk.ts'
import { enDesk, faultsOf, reachablePages, wear, zhPhone } from '../src/every-page.ts'
import {
  agreeToOnline,
  confirmDuties,
  deskOf,
  doorOf,
  enterRoom,
  expectHeard,
  heardBy,
  openPhone,
  prepareForRoom,
  seat,
  testDevices,
  todaysSession,
} from '../src/hearing.ts'
import { barriers, overflow } from '../src/page-checks.ts'
import { processOf, stack, waitForMessage } from '../src/stack.ts'

test.describe.configure({ mode: 'serial' })

const session = todaysSession()
const [door, court] = [doorOf(session), deskOf(session)]
const notes = '审判员：现在开始询问。\n原告：借款已经交付。\n被告：收到款项，没有归还。'

let clerk: Page
let judge: Page
let plaintiff: Page
let defendant: Page
let names: string[] = []
let hasMedia = true
const needsMedia = () =>
  test.skip(!hasMedia, 'no media server: none on the PATH, none built, and no Go to build one with')

test.beforeAll(async ({ browser }) => {
  clerk = await openDesk(browser, 'yinzhou.assistant')
  await clerk.goto(court)
  hasMedia = (await clerk.getByText('本院没有配置音视频服务器', { exact: false }).count()) === 0
  plaintiff = await openPhone(browser, session.phones[0])
  defendant = await openPhone(browser, session.phones[1])
})

test.afterAll(async () => {
  for (const page of [clerk, judge, plaintiff, defendant]) await page?.context().close()
})

test('the clerk sets a session: who is told what stands there before it is saved, and everybody is told', async () => {
  await clerk.goto(`${stack().web}/desk/cases/${session.caseId}`)
  await clerk.getByRole('link', { name: '安排庭期' }).click()
  await clerk.waitForURL(/hearings\/new/)
  const told = clerk.getByRole('region', { name: '保存后会通知' })
  await expect(told.getByRole('listitem')).toHaveCount(2)
  names = (await told.getByRole('listitem').allTextContents()).map((line) => line.split('（')[0] ?? '')
  await clerk.getByLabel('开始时间').fill('10:20')
  await expect(told).toContainText('10:20')
  await clerk.getByRole('button', { name: '安排并通知' }).click()
  await expect(clerk.getByText('先逐项核对不适用在线询问的情形', { exact: false }).first()).toBeVisible()
  await clerk.getByLabel('已逐项核对', { exact: false }).check()
  await clerk.getByRole('button', { name: '安排并通知' }).click()
  await clerk.waitForURL(/done=scheduled/)
  const set = new URL(clerk.url()).pathname.split('/').at(-1) ?? ''
  await expect(clerk.getByRole('main')).toContainText('10:20')
  const { text } = await waitForMessage(`+86${session.phones[1]}`, /10:20/)
  expect(text).toContain('询问')
  await plaintiff.goto(`${stack().web}/my/${session.court}/${session.caseId}`)
  await expect(plaintiff.locator(`a[href$="/hearings/${set}"]`)).toBeVisible()
  const calendar = await plaintiff.request.get(
    `${stack().web}/files/hearings/${session.court}/${session.caseId}/${set}.ics`,
  )
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART:\d{8}T022000Z[\s\S]*END:VEVENT/)
})

test('nobody meets a barrier on the way to a session: choosing, testing, reading, the record of an earlier one', async () => {
  const other = plaintiff.url().split('?')[0] ?? ''
  const next = await plaintiff.locator('main a[href*="/hearings/"]:not([download])').last().getAttribute('href')
  const doors = [door, `${new URL(other).origin}${next}`]
  expect(
    await faultsOf(
      plaintiff,
      doors.flatMap((at) => [at, `${at}/mode`, `${at}/devices`, `${at}/duties`]),
    ),
  ).toEqual([])
  const lists = [`${stack().web}/desk/hearings`]
  const days = await reachablePages(clerk, lists, (path) => path.startsWith('/desk/hearings'))
  await clerk.goto(`${stack().web}/desk/hearings`)
  const held = await clerk.locator('nav a[href*="/desk/hearings?day="]').first().getAttribute('href')
  await clerk.goto(`${stack().web}${held}`)
  const past = await clerk.locator('[data-work-list] a[data-open]').first().getAttribute('href')
  const pages = [court, `${court}/room`, `${stack().web}${past}`, `${stack().web}${past}/record`]
  const setting = `${stack().web}/desk/cases/${session.caseId}/hearings/new`
  expect(await faultsOf(clerk, [...days, ...pages, setting])).toEqual([])
  await wear(plaintiff, zhPhone)
  await wear(clerk, { ...enDesk, language: 'zh-CN' })
})

test('whoever refuses the camera, or has a browser that cannot call, is told what to do', async () => {
  const refusing = await plaintiff.context().newPage()
  await refusing.addInitScript(`
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))`)
  await refusing.goto(`${door}/devices`)
  await refusing.getByRole('button', { name: '打开摄像头' }).click()
  await expect(refusing.getByRole('region', { name: '摄像头' }).getByRole('status')).toHaveText('没有获准使用')
  await expect(refusing.getByText('把“摄像头”改为“允许”', { exact: false })).toBeVisible()
  expect(await barriers(refusing)).toEqual([])
  await refusing.close()
  const old = await plaintiff.context().newPage()
  await old.addInitScript('delete globalThis.RTCPeerConnection')
  await old.goto(`${door}/devices`)
  await expect(old.getByText('这个浏览器不能传送声音和画面', { exact: false }).first()).toBeVisible()
  await old.close()
})

test('both parties agree to online, test their devices and read their duties, and wait at the door', async () => {
  for (const page of [plaintiff, defendant]) {
    await page.goto(door)
    await expect(page.getByRole('heading', { name: '请先选择怎样参加' })).toBeVisible()
    await agreeToOnline(page, door)
    await testDevices(page, door)
    expect(await overflow(page)).toBe(0)
    await confirmDuties(page, door)
    await page.getByRole('button', { name: '到了，请让法院知道' }).click()
    await expect(page.getByRole('heading', { name: '您在等候，法院已看到' })).toBeVisible()
    expect(await barriers(page)).toEqual([])
  }
})

test('the clerk lets them in one by one, and only then is the room open to them', async ({ browser }) => {
  needsMedia()
  await plaintiff.goto(`${door}/room`)
  await expect(plaintiff).toHaveURL(door) // nobody gets in by knowing the address
  await clerk.goto(court)
  const link = clerk.getByRole('link', { name: '进入法庭' })
  await expect(clerk.getByText('等候中', { exact: false })).toHaveCount(2)
  for (const page of [plaintiff, defendant]) {
    await clerk
      .getByRole('button', { name: /^准许进入/ })
      .first()
      .click()
    await page.waitForURL(/\/room$/)
  }
  await link.click()
  await clerk.getByRole('button', { name: '只记录和查看' }).click()
  judge = await openDesk(browser, session.judge, {
    viewport: { width: 1280, height: 800 },
    permissions: ['camera', 'microphone'],
  })
  await prepareForRoom(judge)
  await judge.goto(`${court}/room`)
  for (const page of [judge, plaintiff, defendant]) await enterRoom(page)
})

test('the judge opens the session and gives the floor; who has it is heard by the others', async () => {
  needsMedia()
  await expect(plaintiff.getByText('没有人听见您', { exact: false })).toBeVisible()
  await judge.locator('[data-step="open"]').click()
  await expect(plaintiff.getByText('正在进行')).toBeVisible()
  await judge.getByRole('button', { name: '麦克风开' }).click() // so that only the plaintiff can be what is heard
  await seat(judge, names[0] ?? '')
    .getByRole('button', { name: /^准许发言/ })
    .click()
  await expect(plaintiff.getByText('大家能听见您')).toBeVisible()
  await expect(seat(defendant, names[0] ?? '').getByText('可发言')).toBeVisible()
  await expectHeard(defendant)
  await expectHeard(judge)
})

test('the judge takes the floor, and what the others’ browsers receive stops', async () => {
  needsMedia()
  await seat(judge, names[0] ?? '')
    .getByRole('button', { name: /^停止发言/ })
    .click()
  await expect(plaintiff.getByText('法官未准许发言', { exact: false })).toBeVisible()
  await expect(seat(defendant, names[0] ?? '').getByText('未获准发言', { exact: false })).toBeVisible()
  await expect.poll(async () => (await heardBy(defendant)).tracks, { message: 'no voice is subscribed' }).toBe(0)
  const muted = await heardBy(defendant)
  await plaintiff.getByRole('button', { name: '举手' }).click()
  await expect(seat(judge, names[0] ?? '').getByText('举手')).toBeVisible()
  await seat(judge, names[1] ?? '')
    .getByRole('button', { name: /^准许发言/ })
    .click()
  await expectHeard(plaintiff) // the room goes on, for whoever has the floor
  expect(await heardBy(defendant)).toEqual(muted) // and nothing more came of the other all the while
})

test('a material is put before everybody, and the notes appear as they are written', async () => {
  needsMedia()
  await judge.getByRole('tab', { name: '出示材料' }).click()
  await judge
    .getByRole('button', { name: /^(出示|第1份)/ })
    .first()
    .click()
  const shown = await judge.locator('[data-shown]').textContent()
  for (const page of [judge, clerk, plaintiff, defendant]) {
    await expect(page.locator('[data-shown]')).toHaveText(shown ?? '')
    await expect
      .poll(() =>
        page.locator('img[src*="/pages/"]').evaluate((picture: { naturalWidth: number }) => picture.naturalWidth),
      )
      .toBeGreaterThan(100)
  }
  await judge.getByRole('button', { name: '停止出示' }).click()
  await expect(defendant.locator('[data-shown]')).toHaveCount(0)
  await clerk.locator('#notes-pad').fill(notes)
  await expect(plaintiff.locator('[data-notes]')).toHaveText(notes)
})

test('who leaves comes back into the same place', async () => {
  needsMedia()
  await defendant.getByRole('button', { name: '离开' }).click()
  await expect(defendant.getByRole('heading', { name: '回到法庭' })).toBeVisible()
  await enterRoom(defendant)
  await expect(seat(defendant, names[1] ?? '')).toContainText('（您）')
  await expect(seat(judge, names[1] ?? '')).toHaveCount(1)
  await expect(defendant.getByText('大家能听见您')).toBeVisible() // the floor too is as it was
})

test('a browser that cannot call still follows the notes', async () => {
  needsMedia()
  const old = await plaintiff.context().newPage()
  await old.addInitScript('delete globalThis.RTCPeerConnection')
  await old.goto(`${door}/room`)
  await old.getByRole('button', { name: /^(进入|回到法庭)$/ }).click()
  await expect(old.getByText('这个浏览器不能传送声音和画面')).toBeVisible()
  await expect(old.locator('[data-notes]')).toHaveText(notes)
  await old.close()
})

test('the media server dies in the middle: everybody is told, the notes go on, and all come back into their seats', async () => {
  needsMedia()
  const before = processOf('media')
  test.skip(before === undefined, 'the media server is not ours to end')
  process.kill(before ?? 0, 'SIGKILL')
  await expect(defendant.getByText('声音和画面中断了', { exact: false })).toBeVisible({ timeout: 30_000 })
  await clerk.locator('#notes-pad').fill(`${notes}\n（断线，继续记录。）`)
  await expect(defendant.locator('[data-notes]')).toContainText('断线，继续记录')
  for (const page of [judge, plaintiff, defendant])
    await expect(page.locator('[data-link="connected"]')).toBeVisible({ timeout: 40_000 })
  await expectHeard(plaintiff) // whoever had the floor has it still
})

test('nobody meets a barrier in the room, on a phone or at the desk', async () => {
  needsMedia()
  for (const page of [plaintiff, judge, clerk]) expect(await barriers(page)).toEqual([])
  for (const width of [320, 360]) {
    await plaintiff.setViewportSize({ width, height: 740 })
    expect([width, await overflow(plaintiff)]).toEqual([width, 0])
  }
})

test('everybody reads the notes and confirms them, or says why not', async () => {
  needsMedia()
  await judge.locator('[data-step="reading"]').click()
  await expect(plaintiff.getByRole('heading', { name: '确认笔录' })).toBeVisible()
  expect(await barriers(plaintiff)).toEqual([])
  for (const page of [plaintiff, judge, clerk]) {
    await page.getByLabel('笔录属实，我确认').check()
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByText('您已确认笔录')).toBeVisible()
  }
  await defendant.getByLabel('笔录有误或遗漏，我不确认').check()
  await defendant.getByRole('button', { name: '提交' }).click()
  await expect(defendant.getByText('请写明哪里有误或遗漏')).toBeVisible()
  await defendant.getByLabel('哪里有误或遗漏').fill('归还过一部分，没有记。')
  await defendant.getByRole('button', { name: '提交' }).click()
  await expect(defendant.getByText('已记明您不确认笔录')).toBeVisible()
})

test('the docket has the session with the hash of its notes, and the record shows who was there', async () => {
  needsMedia()
  await judge.locator('[data-step="close"]').click()
  await judge.waitForURL(/\/record$/)
  const hash = await judge.locator('[data-notes-hash]').textContent()
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  await plaintiff.goto(`${door}/record`)
  await expect(plaintiff.locator('[data-notes-hash]')).toHaveText(hash ?? '')
  await expect(plaintiff.getByRole('region', { name: '出席' }).first()).toContainText(/\d\d:\d\d[–—]\d\d:\d\d/)
  expect(await barriers(plaintiff)).toEqual([])
  await plaintiff.goto(`${stack().web}/my/${session.court}/${session.caseId}`)
  await expect(
    plaintiff
      .locator('[id^="entry-"]')
      .filter({ hasText: hash?.slice(0, 8) ?? '' })
      .first(),
  ).toBeVisible()
})

test('the recording plays in order, and every checksum fits', async () => {
  needsMedia()
  await plaintiff.goto(`${door}/record`)
  const video = plaintiff.locator('video')
  test.skip((await video.count()) === 0, 'nothing was recorded: ffmpeg is not there')
  const played = await video.evaluate(
    async (player: {
      muted: boolean
      currentTime: number
      play(): Promise<void>
      addEventListener(name: string, act: () => void): void
    }) => {
      const ended = new Promise<void>((done) => player.addEventListener('ended', () => done()))
      player.muted = true
      await player.play()
      await ended
      return player.currentTime
    },
  )
  expect(played).toBeGreaterThan(1)
  await expect(plaintiff.locator('video[data-slice="1"]')).toBeVisible()
  await plaintiff.getByRole('button', { name: '核对录音录像' }).click()
  await expect(plaintiff.getByText('核对无误', { exact: false })).toBeVisible({ timeout: 60_000 })
})
