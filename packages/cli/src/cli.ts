#!/usr/bin/env node
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileFolder, type CompiledFolder, formatProblem, pathsOf, sdkLanguages, toOpenApi } from '@wxpay-live/compiler'
import { Command, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { isRunnable, runnableLanguages } from './runtimes.ts'
import { selectPrograms, selectSdkPrograms, selectTabs } from './select-tabs.ts'
import { toolchains } from './toolchains/index.ts'

interface RunCommand {
  lang: string
  style?: string
  json?: true
}

const program = new Command('wxpay-compile')
  .description(manifest.description)
  .version(manifest.version)

program.command('check')
  .description('report every problem of the pages in a folder; exit code 1 if there are errors')
  .argument('<dir>', 'folder of Markdown pages')
  .option('--json', 'print the problems as JSON')
  .action(async (dir: string, { json }: { json?: true }) => {
    report(await compile(dir), json)
  })

program.command('export')
  .description('write catalog.json, openapi.json and paths.d.ts; writes nothing and exits with 1 if there are errors')
  .argument('<dir>', 'folder of Markdown pages')
  .requiredOption('--out <dir>', 'folder to write to')
  .option('--keep-going', 'write what compiles despite errors; exit code 0')
  .action(async (dir: string, { out, keepGoing }: { out: string, keepGoing?: true }) => {
    const compiled = await compile(dir)
    report(compiled)
    if (keepGoing) process.exitCode = 0
    if (process.exitCode) return
    await mkdir(out, { recursive: true })
    const { catalog } = compiled
    // The sandbox reads it whenever it starts.
    await writeFile(join(out, 'catalog.json'), `${JSON.stringify(catalog)}\n`)
    await writeFile(join(out, 'openapi.json'), `${JSON.stringify(toOpenApi(catalog, manifest.version), null, 2)}\n`)
    await writeFile(join(out, 'paths.d.ts'), pathsOf(catalog))
  })

program.command('run')
  .description('run every example and program of the pages in a folder against a sandbox; exit code 1 if one fails')
  .argument('<dir>', 'folder of Markdown pages')
  .addOption(new Option('--lang <language>', 'language to run').choices([...runnableLanguages, ...Object.keys(toolchains)]).default('typescript'))
  .option('--style <style>', 'run only the tabs of one style: its label, such as 同步声明式, or its position from 1')
  .option('--json', 'print the failures as JSON')
  .action(async (dir: string, { lang, style, json }: RunCommand) => {
    const toolchain = toolchains[lang]
    if (toolchain && !toolchain.isInstalled()) {
      console.log(`skipped: examples in ${lang}, its toolchain is not installed (Debian: ${toolchain.install})`)
      return
    }
    const { catalog, compiled } = await compile(dir)
    const sdk = sdkLanguages.find(({ id }) => id === lang)
    const codes = compiled.flatMap((page) => {
      if (sdk) return selectSdkPrograms(page, sdk)
      const { file, operations, programs } = page
      return [...selectTabs(file, operations, lang, style), ...selectPrograms(file, programs, lang, style)]
    })
    if (!codes.length) throw new Error(`no ${lang} example${style ? ` in the style ${style}` : ''} found in ${dir}`)
    const onDone = (done: number) => progress(done, codes.length, 'examples')
    const failures = isRunnable(lang)
      ? await (await import('./run-examples.ts')).runExamples(codes, lang, catalog, onDone)
      : await (await import('./run-programs.ts')).runPrograms(codes, toolchains[lang]!, catalog, onDone)
    if (failures.length) process.exitCode = 1
    if (json) {
      console.log(JSON.stringify(failures, null, 2))
      return
    }
    for (const failure of failures) console.log(formatProblem(failure))
    console.log(`${count(codes.length, 'example')}, ${failures.length} failed`)
  })

try {
  await program.parseAsync()
} catch (error) {
  program.error(`wxpay-compile: ${(error as Error).message}`)
}

async function compile(dir: string): Promise<CompiledFolder> {
  const compiled = await compileFolder(dir, { onPage: (done, all) => progress(done, all, 'pages') })
  if (!compiled.pages.length) throw new Error(`no .md file found in ${dir}`)
  return compiled
}

/** Shows progress on one line of a terminal, and clears it at the end. */
function progress(done: number, all: number, what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} ${what}${done === all ? '\r\x1b[K' : ''}`)
}

function report({ catalog, problems, pages }: CompiledFolder, json = false): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  if (errors) process.exitCode = 1
  if (json) {
    console.log(JSON.stringify(problems, null, 2))
    return
  }
  for (const problem of problems) console.log(formatProblem(problem))
  const found = problems.length ? `${count(errors, 'error')}, ${count(warnings, 'warning')}` : 'no problems'
  console.log(`${count(pages.length, 'page')}, ${count(catalog.operations.length, 'operation')}, ${found}`)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
