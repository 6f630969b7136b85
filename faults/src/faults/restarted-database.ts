import { held, must, seconds, skipped, type Fault } from '../fault.ts'
import { until } from '../ground/child.ts'
import { openBrowser, openPage } from './morning-at-the-desk.ts'

const grounds = '二〇二四年九月一日，被告因经营周转向原告借款五万元，至今未还。'

export const restartedDatabase: Fault = {
  id: 'E2',
  title: 'the database restarts while somebody writes a filing in a browser',
  async run(ground, history) {
    const opened = await openBrowser()
    if ('why' in opened) return skipped(opened.why)
    const { town, postgres } = ground
    const site = await ground.site()
    const [draft] = await town.prepareDrafts(1)
    if (!draft) throw new Error('no draft')
    const page = await openPage(opened.browser, {
      origin: site.origin,
      cookie: draft.cookie,
      size: { width: 360, height: 740 },
    })
    try {
      await page.goto(`${site.origin}/file/d/${draft.draftId}/grounds`)
      const field = page.locator('textarea[name="grounds"]')
      await field.waitFor()
      await postgres.stop()
      await field.fill(grounds)
      await page.getByRole('button', { name: '保存并继续' }).click()
      // Whatever the page says of it, it says something, and what was typed is still there.
      await page.waitForTimeout(4000)
      const keptInPage = (await field.count()) > 0 ? await field.inputValue() : null
      const second = await page.context().newPage()
      const answer = await second.goto(`${site.origin}/my`, { timeout: 60_000 })
      await second.waitForTimeout(1000)
      const words = (await second.locator('body').innerText()).trim()
      must(
        words.length > 20 && !/at [\w.]+ \(|Prisma|ECONNREFUSED|5432/.test(words),
        `a page without the database says: ${words.slice(0, 200)}`,
      )
      await postgres.start()
      const begun = performance.now()
      await until('the page is back', async () => {
        await second.reload({ timeout: 60_000 })
        return second.locator('main a, main h1').first().isVisible()
      })
      const back = performance.now() - begun
      if (keptInPage !== grounds) {
        await page.goto(`${site.origin}/file/d/${draft.draftId}/grounds`)
        await field.waitFor()
      }
      const stillThere = await until('what was typed is there', async () => (await field.inputValue()) === grounds, {
        milliseconds: 10_000,
      }).then(
        () => true,
        () => false,
      )
      must(stillThere, `what was typed is gone: ${JSON.stringify(await field.inputValue())}`)
      await page.getByRole('button', { name: '保存并继续' }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/grounds'))
      history.operations += 4
      const row = await town.all.client.draft.findUniqueOrThrow({ where: { id: draft.draftId } })
      must(row.version > draft.version, 'what was typed was not saved in the end')
      return held({ 'page without database': answer?.status() ?? 0, 'back after s': seconds(back) })
    } finally {
      await opened.browser.close()
    }
  },
}
