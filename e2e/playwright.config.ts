import { defineConfig } from '@playwright/test'
import { findBrowser } from './src/browser.ts'

const { executablePath, args, env } = await findBrowser()

export default defineConfig({
  testDir: 'tests',
  globalSetup: './src/global-setup.ts',
  outputDir: '../test-results/journeys',
  reporter: 'line',
  timeout: 240_000,
  expect: { timeout: 15_000 },
  // A journey that passes only sometimes has failed.
  retries: 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  use: {
    // The narrowest phone; the desks of clerks and judges are wider (`test.use`, or a context of their own).
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    permissions: ['camera'],
    launchOptions: { executablePath, args, env: { ...definedEnvironment(), ...env } },
  },
})

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
