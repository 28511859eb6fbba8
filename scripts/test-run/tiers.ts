import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { sdkLanguages } from '@wxpay-live/compiler'
import { browsers } from '../browsers.ts'
import { programs } from '../programs.ts'
import { fuzzFiles } from './fuzz-files.ts'
import { fuzzCounts } from './fuzz-report.ts'
import { step, vitest, type Step } from './step.ts'

const { DOCS_DIR = 'docs' } = process.env

const generate = step('generate', 'npm', 'run', '--silent', 'generate')
const build = step('build', 'node', 'scripts/build.ts')
const examples = (...options: string[]) => (
  step(['examples', ...options].join(' '), 'wxpay-compile', 'run', DOCS_DIR, ...options)
)

/** Hours, because some runs have no bound but the number of pages or of random inputs. */
const hours = (count: number) => String(count * 3600_000)

/** The test runs of this repository: the steps of each. The steps of one stage run side by side. */
export const tiers: Record<string, () => Step[][]> = {
  default: () => [
    [generate],
    // Each of the three keeps about one processor busy.
    [step('lint', 'eslint', '.'), step('types', 'npm', 'run', '--silent', 'typecheck'), build, ...workflows()],
    // All styles of a language come from one generator, which has tests of its own.
    [examples('--style', '1')],
    [vitest('tests', ...['unit', 'shared', 'browser', 'packages', 'e2e'].map(project => `--project=${project}`))],
    ...smoke(),
  ],
  pages: () => [
    [generate],
    [build],
    [examples()],
    [examples('--lang', 'php')],
    [vitest('every-page', '--project=every-page')],
  ],
  // Each skips what has no toolchain, with a line.
  sdks: () => [[generate], ...sdkLanguages.map(({ id }) => [examples('--lang', id)]), ...sdks()],
  fuzz: () => [[generate], [fuzz()]],
}

/** The check of all workflows, which also checks their shell scripts if ShellCheck is installed; it takes Go. */
function workflows(): Step[] {
  const actionlint = ['run', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12']
  if (spawnSync('go', [...actionlint, '-version']).status === 0) {
    return [step('workflows', 'go', ...actionlint, ...globSync('{.github/workflows,templates/ci}/*.yml'))]
  }
  console.log('skipped: check of the workflows by actionlint, which takes Go (Debian: apt-get install golang)')
  return []
}

/** The smoke tests of the browsers that are installed; one line for each that is not. */
function smoke(): Step[][] {
  const files = browsers.flatMap(({ name, smoke, packages, isInstalled }) => {
    if (!smoke || isInstalled()) return smoke ?? []
    console.log(`skipped: smoke test in ${name}, which is not installed (Debian: apt-get install ${packages.join(' ')})`)
    return []
  })
  return files.length ? [[vitest('smoke', '--project=smoke', ...files)]] : []
}

/** The programs whose toolchain is installed; one line for each whose is not. */
function sdks(): Step[][] {
  const files = programs.flatMap(({ language, tests, install, isInstalled }) => {
    if (isInstalled()) return tests
    console.log(`skipped: programs in ${language}, their toolchain is not installed (Debian: ${install})`)
    return []
  })
  return files.length ? [[vitest('sdks', '--project=sdks', ...files)]] : []
}

/** The tests with random inputs: more of them, and other ones each time; they are counted for the report. */
function fuzz(): Step {
  rmSync(fuzzCounts, { force: true })
  mkdirSync(dirname(fuzzCounts), { recursive: true })
  const { FUZZ_SEED = String(Date.now() % 2 ** 31), FUZZ_FACTOR = '20' } = process.env
  console.log(`random inputs: FUZZ_SEED=${FUZZ_SEED} FUZZ_FACTOR=${FUZZ_FACTOR}`)
  const tests = vitest('fuzz', '--project=unit', '--project=shared', `--testTimeout=${hours(3)}`, ...fuzzFiles())
  return { ...tests, env: { FUZZ_SEED, FUZZ_FACTOR, FUZZ_COUNTS: fuzzCounts } }
}
