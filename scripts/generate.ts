import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const docs = process.env.DOCS_DIR || 'docs'
/** A folder of the repository's root has our pages, be it with drafts beside them. */
const isOurs = dirname(resolve(docs)) === process.cwd()

/** All that the generated files are made from, and they themselves: the dev server changes one. */
const inputs = [
  'package-lock.json', 'packages/{compiler,cli,sandbox}/src/**/*.ts', 'packages/facts/**/*', 'scripts/**/*.ts', `${docs}/**/*.md`,
]
const outputs = ['packages/openapi/{catalog,openapi}.json', 'packages/openapi/paths.d.ts', 'packages/sandbox/generated/operations.d.ts']

/** Holds the hash of all that after the last time. */
const stamp = 'node_modules/.generated'

function hash(): string {
  const hash = createHash('sha256').update(docs)
  const files = globSync([...inputs, ...outputs], { withFileTypes: true }).filter(file => file.isFile())
  for (const path of files.map(({ parentPath, name }) => `${parentPath}/${name}`).toSorted()) {
    hash.update(`${path}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** Runs a command of the repository and returns its exit code. */
function run(command: string, ...args: string[]): number {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) throw error
  return status ?? 1
}

/** Returns the exit code of the command that failed, or 0. */
function generate(): number {
  // A problem in our own pages stops the build; pages of another folder may have problems.
  const pages = isOurs
    ? run('wxpay-compile', 'export', docs, '--out', 'packages/openapi')
    : run('wxpay-compile', 'export', docs, '--out', 'packages/openapi', '--keep-going')

  // The types of the sandbox's flows are those of our own pages.
  return pages
    || run('node', 'scripts/add-tolerances.ts')
    || (isOurs ? run('node', 'scripts/generate-flow-types.ts') : 0)
}

const isDone = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash()
if (!isDone) process.exitCode = generate()
if (!isDone && process.exitCode === 0) writeFileSync(stamp, hash())
// The identity of the page's sandbox expires.
process.exitCode ||= run('node', 'packages/sandbox/src/identity/generate.ts')
