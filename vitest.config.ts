import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserDependencies } from './scripts/browser-dependencies.ts'
import { chromiumLaunchOptions } from './scripts/chromium.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{packages/*,.vitepress,scripts}/test/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          globalSetup: ['test/support/temporary-folder.ts'],
          // A limit for what hangs, not for what is slow on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        optimizeDeps: { include: browserDependencies },
        test: {
          name: 'browser',
          // What the client promises on every platform is shown on every platform.
          include: ['packages/*/test/**/*.browser.test.ts', 'packages/client/test/**/*.test.ts'],
          exclude: ['**/*.node.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/temporary-folder.ts', 'test/e2e/serve.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
