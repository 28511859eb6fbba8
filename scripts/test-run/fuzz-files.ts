import { globSync, readFileSync } from 'node:fs'

/** The test files for Node that have random inputs: those that use fast-check, be it through the walks of the sandbox. */
export function fuzzFiles(): string[] {
  return globSync('packages/*/test/**/*.test.ts').sort()
    .filter(file => !file.endsWith('.browser.test.ts'))
    .filter(file => /from '.*\/support\/(?:fuzz|walk)\.ts'/.test(readFileSync(file, 'utf8')))
}
