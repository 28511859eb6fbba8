import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFacts } from './facts/facts.ts'
import { copyPages } from './measure-build.ts'
import { packPackages, unpackPackage, userEnvironment } from './pack.ts'
import { toPages } from './pages-from-facts/pages.ts'
import { writePages } from './pages-from-facts/write-pages.ts'
import { costOf, type ProcessCost, type ProgramRun, runProgram } from './process-cost.ts'

/** All pages of the facts, and part of them for what takes minutes. */
const [most, part] = [1120, 100]

/** A program with one call, whose type depends on the paths of all operations. */
const typedCall = `import { createClient } from '@wxpay-live/client'
import type { Paths } from './paths.d.ts'
declare const options: Parameters<typeof createClient>[0]
export const response = createClient<Paths>(options).chain('v3/certificates').getAsync()
`

/** Puts the packages of a user into a folder. */
function install(folder: string): void {
  const names = ['@wxpay-live/client', '@wxpay-live/sandbox', 'wxpay-compile']
  const tarballs = packPackages()
  for (const name of names) unpackPackage(folder, name, tarballs)
  rmSync(dirname(Object.values(tarballs)[0]!), { recursive: true })
}

/** Checks the types of a program of one that has installed the client. */
async function checkTypes(folder: string): Promise<ProgramRun> {
  writeFileSync(join(folder, 'program.ts'), typedCall)
  const checked = await runProgram([
    'node_modules/typescript/bin/tsc', '--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext',
    '--target', 'es2022', '--lib', 'es2024,dom,dom.iterable', '--allowImportingTsExtensions', join(folder, 'program.ts'),
  ])
  if (checked.code) throw new Error(checked.output)
  return checked
}

/** Starts the installed sandbox, and returns its cost until it printed its address. */
async function startSandbox(folder: string): Promise<ProcessCost> {
  const child = spawn(process.execPath, [
    join(folder, 'node_modules/@wxpay-live/sandbox/dist/cli.js'), '--port', '0',
    '--catalog', join(folder, 'catalog.json'), '--identity', join(folder, 'identity'),
  ], { stdio: ['ignore', 'pipe', 'inherit'], env: userEnvironment() })
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

/** A row of the table; what was not run to its end has no time that elapsed. */
const row = (cost: ProcessCost & Partial<ProgramRun>, bound: string, scale = 1) => ({
  'processor, s': rounded(cost.seconds * scale),
  'elapsed, s': cost.elapsed === undefined ? '' : rounded(cost.elapsed * scale),
  'memory, MB': Math.round(cost.memory),
  bound,
})

const rounded = (seconds: number) => Math.round(seconds * 10) / 10

const folder = mkdtempSync(join(tmpdir(), 'tools-'))
const compile = (...args: string[]) => runProgram([join(folder, 'node_modules/.bin/wxpay-compile'), ...args], userEnvironment())
try {
  install(folder)
  const drafts = join(folder, 'drafts')
  writePages(toPages(readFacts()), drafts)
  const pages = copyPages(drafts, most)
  const check = await compile('check', pages)
  await compile('export', pages, '--out', folder)
  // The first start writes the identity.
  await startSandbox(folder)
  const sandbox = await startSandbox(folder)
  const types = await checkTypes(folder)
  const few = copyPages(drafts, part)
  const scale = most / part
  console.log(`The tools with ${most} pages, as installed from their packages:`)
  console.table({
    'wxpay-compile check': row(check, '5 s, 500 MB'),
    'second start of the sandbox': row(sandbox, '0.5 s, 130 MB'),
    'tsc with one typed call': row(types, '3 s'),
    [`wxpay-compile run, ${scale} times that of ${part} pages`]: row(await compile('run', few), '240 s with PHP', scale),
    'the same in PHP': row(await compile('run', few, '--lang', 'php'), '240 s with TypeScript', scale),
  })
} finally {
  rmSync(folder, { recursive: true })
}
