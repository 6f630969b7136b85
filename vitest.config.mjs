import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/{src,test}/**/*.test.{ts,tsx}',
      'apps/*/src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.mjs',
      'e2e/src/**/*.test.ts',
      'deploy/**/*.test.ts',
      'faults/src/**/*.test.ts',
      'bench/src/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/generated/**'],
    globalSetup: ['scripts/test/database-server.mjs'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A test that was left focused must not hide the others.
    allowOnly: false,
    passWithNoTests: false,
  },
})
