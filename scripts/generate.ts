import { spawnSync } from 'node:child_process'

const { DOCS_DIR } = process.env

/** Runs a command of the repository and returns its exit code. */
function run(command: string, ...args: string[]): number {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) throw error
  return status ?? 1
}

// A problem in our own pages stops the build; pages of another folder may have problems.
const pages = DOCS_DIR === undefined
  ? run('wxpay-compile', 'export', 'docs', '--out', 'packages/openapi')
  : run('wxpay-compile', 'export', DOCS_DIR, '--out', 'packages/openapi', '--keep-going')

// The types of the sandbox's flows are those of our own pages.
process.exitCode = pages
  || run('node', 'scripts/add-tolerances.ts')
  || run('node', 'packages/sandbox/src/identity/generate.ts')
  || (DOCS_DIR === undefined ? run('node', 'scripts/generate-flow-types.ts') : 0)
