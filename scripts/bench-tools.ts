import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFacts } from './facts/facts.ts'
import { copyPages } from './measure-build.ts'
import { packPackages } from './pack.ts'
import { toPages } from './pages-from-facts/pages.ts'
import { writePages } from './pages-from-facts/write-pages.ts'
import { costOf, type ProcessCost, runProgram } from './process-cost.ts'

const compile = 'node_modules/.bin/wxpay-compile'

/** All pages of the facts, and part of them for what takes minutes. */
const [most, part] = [1120, 100]

/** A program with one call, whose type depends on the paths of all operations. */
const typedCall = `import { createClient } from '@wxpay-live/client'
import type { Paths } from './paths.d.ts'
declare const options: Parameters<typeof createClient>[0]
export const response = createClient<Paths>(options).chain('v3/certificates').getAsync()
`

/** Checks the types of a program as one that has installed the client does. */
async function checkTypes(folder: string): Promise<ProcessCost> {
  writeFileSync(join(folder, 'program.ts'), typedCall)
  const client = join(folder, 'node_modules/@wxpay-live/client')
  mkdirSync(client, { recursive: true })
  const [tarball = ''] = Object.values(packPackages('@wxpay-live/client'))
  execFileSync('tar', ['-xzf', tarball, '-C', client, '--strip-components=1'])
  rmSync(dirname(tarball), { recursive: true })
  const checked = await runProgram(
    'node_modules/typescript/bin/tsc', '--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext',
    '--target', 'es2022', '--lib', 'es2024,dom,dom.iterable', '--allowImportingTsExtensions', join(folder, 'program.ts'),
  )
  if (checked.code) throw new Error(checked.output)
  return checked
}

/** Starts the sandbox with an identity that exists, and returns what it took until it said where it is. */
async function startSandbox(folder: string): Promise<ProcessCost> {
  const child = spawn(process.execPath, [
    'packages/sandbox/src/cli.ts', '--port', '0', '--catalog', join(folder, 'catalog.json'), '--identity', join(folder, 'identity'),
  ], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(child.stdout, 'data')
    // Until its garbage is collected, if that is near.
    await sleep(1000)
    const cost = costOf(child.pid!)
    if (!cost) throw new Error('the sandbox ended')
    return cost
  } finally {
    child.kill()
    await once(child, 'close')
  }
}

const row = ({ seconds, memory }: ProcessCost, bound: string, scale = 1) => ({
  'seconds': Math.round(seconds * scale * 10) / 10, 'memory, MB': Math.round(memory), bound,
})

const folder = mkdtempSync(join(tmpdir(), 'tools-'))
try {
  const drafts = join(folder, 'drafts')
  writePages(toPages(readFacts()), drafts)
  const pages = copyPages(drafts, most)
  const check = await runProgram(compile, 'check', pages)
  await runProgram(compile, 'export', pages, '--out', folder)
  await startSandbox(folder)
  const sandbox = await startSandbox(folder)
  const types = await checkTypes(folder)
  const few = copyPages(drafts, part)
  const scale = most / part
  console.log(`Processor time and peak memory of the tools, with ${most} pages:`)
  console.table({
    'wxpay-compile check': row(check, '5 s, 500 MB'),
    'second start of the sandbox': row(sandbox, '130 MB'),
    'tsc with one typed call': row(types, '3 s'),
    [`wxpay-compile run, ${scale} times that of ${part} pages`]: row(await runProgram(compile, 'run', few), '240 s with PHP', scale),
    [`the same in PHP`]: row(await runProgram(compile, 'run', few, '--lang', 'php'), '240 s with TypeScript', scale),
  })
} finally {
  rmSync(folder, { recursive: true })
}
