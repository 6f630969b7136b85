import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 AA, a line each: the page, the rule, the elements. */
export async function barriers(page: Page): Promise<string[]> {
  // Legacy: the page has no frames, whose findings the other way gathers in a page of its own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${page.url()} ${id}: ${nodes.map(({ html, target }) => `${String(target)} ${html}`).join(' | ')}`,
  )
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** The page answers to this element: what is typed or pressed before is for the browser alone. */
export async function awake(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'attached' })
  await expect
    .poll(() =>
      locator.first().evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))),
    )
    .toBe(true)
}
