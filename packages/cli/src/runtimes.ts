import type { RunOptions } from '@wxpay-live/runner'

/** What `run` needs to run one language. */
type Runtime = Pick<RunOptions, 'createWorker' | 'php'>

/** The languages that run in Node, each loaded when it is used: `check` starts without them. */
const runtimes = {
  async typescript(): Promise<Runtime> {
    const { createTypescriptWorker } = await import('@wxpay-live/runner/typescript-node')
    return { createWorker: createTypescriptWorker }
  },
  async php(): Promise<Runtime> {
    const { compilePhp, createPhpWorker } = await import('@wxpay-live/runner/php-node')
    return { createWorker: createPhpWorker, php: await compilePhp() }
  },
}

export type RunnableLanguage = keyof typeof runtimes

export const runnableLanguages = Object.keys(runtimes)

/** Whether a language runs in Node. */
export const isRunnable = (language: string): language is RunnableLanguage => language in runtimes

/** Loads the runtime of a language. */
export const loadRuntime = (language: RunnableLanguage): Promise<Runtime> => runtimes[language]()
