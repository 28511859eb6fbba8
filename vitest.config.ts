import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserDependencies } from './scripts/browser-dependencies.ts'
import { chromiumLaunchOptions } from './scripts/chromium.ts'
import { fromSources } from './scripts/source-condition.ts'

/** Tests of the packages as they would be published; only these build anything. */
const packageTests = ['packages/*/test/package{,.node,-guide.node}.test.ts', 'test/tarballs.test.ts']

/** Tests that change nothing global: their files share workers, which saves a third of their time. */
const sharing = [
  'packages/{client,compiler,runner,sandbox}/test/**/*.test.ts',
  'scripts/test/**/*.test.ts',
  '.vitepress/test/!(markdown)/**/*.test.ts',
]

/** Tests of what compiles examples, each with the toolchain of its language. */
const toolchainTests = 'packages/cli/test/toolchains/*.test.ts'

const unit = {
  environment: 'node',
  globalSetup: ['test/support/temporary-folder.ts'],
  // A limit for what hangs, not for what is slow on a busy machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    // By default one processor is left free: half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        ...fromSources,
        test: {
          ...unit,
          name: 'unit',
          include: ['{packages/*,.vitepress,scripts}/test/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['**/*.browser.test.ts', ...packageTests, ...sharing, toolchainTests],
        },
      },
      {
        ...fromSources,
        test: {
          ...unit,
          name: 'shared',
          isolate: false,
          include: sharing,
          exclude: ['**/*.browser.test.ts', ...packageTests, 'packages/sandbox/test/programs/**'],
        },
      },
      {
        ...fromSources,
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
        ...fromSources,
        test: {
          name: 'packages',
          environment: 'node',
          include: packageTests,
          globalSetup: ['test/support/temporary-folder.ts', 'test/support/packed.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...fromSources,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/temporary-folder.ts', 'test/e2e/serve.ts'],
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...fromSources,
        test: {
          name: 'sdks',
          environment: 'node',
          include: ['packages/sandbox/test/programs/*.test.ts', 'test/recipes/*.test.ts', toolchainTests],
          globalSetup: ['test/support/temporary-folder.ts'],
          // Compilers take their time, on machines that may be busy.
          testTimeout: 300_000,
        },
      },
      {
        ...fromSources,
        test: {
          name: 'every-page',
          environment: 'node',
          include: ['test/every-page/*.test.ts'],
          globalSetup: ['test/support/temporary-folder.ts', 'test/e2e/serve.ts'],
          testTimeout: 3 * 3600_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...fromSources,
        test: {
          name: 'smoke',
          environment: 'node',
          include: ['test/smoke/*.test.ts'],
          globalSetup: ['test/support/temporary-folder.ts', 'test/e2e/serve.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
