#!/usr/bin/env node
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { compileFolder, type CompiledFolder } from './compile-folder.ts'
import { formatProblem } from './diagnostics.ts'

const program = new Command('wxpay-compile')
  .description(manifest.description)
  .version(manifest.version)

program.command('check')
  .description('report every problem of the pages below a folder; exit code 1 when there are errors')
  .argument('<dir>', 'folder of Markdown pages')
  .action(async (dir: string) => {
    report(await compile(dir))
  })

program.command('export')
  .description('write catalog.json; exit code 1, and nothing written, when there are errors')
  .argument('<dir>', 'folder of Markdown pages')
  .requiredOption('--out <dir>', 'folder to write to')
  .action(async (dir: string, { out }: { out: string }) => {
    const compiled = await compile(dir)
    report(compiled)
    if (process.exitCode) return
    await mkdir(out, { recursive: true })
    await writeFile(join(out, 'catalog.json'), `${JSON.stringify(compiled.catalog, null, 2)}\n`)
  })

try {
  await program.parseAsync()
} catch (error) {
  program.error(`wxpay-compile: ${(error as Error).message}`)
}

async function compile(dir: string): Promise<CompiledFolder> {
  const compiled = await compileFolder(dir, (done, all) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} pages${done === all ? '\r\x1b[K' : ''}`)
  })
  if (!compiled.pages.length) throw new Error(`no .md file below ${dir}`)
  return compiled
}

function report({ catalog, problems, pages }: CompiledFolder): void {
  for (const problem of problems) console.log(formatProblem(problem))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const found = problems.length ? `${count(errors, 'error')}, ${count(warnings, 'warning')}` : 'no problems'
  console.log(`${count(pages.length, 'page')}, ${count(catalog.operations.length, 'operation')}, ${found}`)
  if (errors) process.exitCode = 1
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
