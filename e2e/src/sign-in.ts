import type { Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { stack, waitForMessage, type SignIn } from './stack.ts'

/** Signs a person in with the code that is sent to the phone, as anybody would who never was here before. */
export async function signInPerson(page: Page, phone: string, then = '/my'): Promise<void> {
  await page.goto(`${stack().web}/sign-in?next=${encodeURIComponent(then)}`)
  await page.locator('input[name="phone"]').fill(phone)
  const asked = new Date()
  await page.getByRole('main').locator('button[type="submit"]').first().click()
  const code = page.locator('input[name="code"]')
  await code.waitFor()
  const { text } = await waitForMessage(`+86${phone}`, /验证码/, asked)
  await code.fill(/\d{6}/.exec(text)?.[0] ?? '')
  await page.getByRole('main').locator('button[type="submit"]').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Password, then the authenticator's code: at the desk or in the administration. */
export async function signInStaff(page: Page, { at, account, password, totpSecret }: SignIn): Promise<void> {
  await page.goto(at === 'web' ? `${stack().web}/staff/sign-in` : `${stack().admin}/sign-in`)
  await page.locator('input[name="login"]').fill(account)
  await page.locator('input[name="password"]').fill(password ?? '')
  await page.getByRole('main').locator('button[type="submit"]').first().click()
  const code = page.locator('input[name="code"]')
  await code.waitFor()
  await code.fill(new TOTP({ secret: totpSecret ?? '' }).generate())
  await page.getByRole('main').locator('button[type="submit"]').first().click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}
