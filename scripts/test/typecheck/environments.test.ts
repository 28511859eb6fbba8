import { spawnSync } from 'node:child_process'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { programFiles } from '../../figures/files.ts'
import { configuration, type Environment } from '../../typecheck/configuration.ts'

/** Checks the given texts as if they were files of the repository; returns the first error of each. */
function firstErrors(
  environment: Environment, files: Record<string, string>,
): Record<string, string | undefined> {
  const { options } = configuration(environment)
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (name, ...rest) => files[name] === undefined
    ? getSourceFile.call(host, name, ...rest)
    : ts.createSourceFile(name, files[name], ts.ScriptTarget.Latest)
  const program = ts.createProgram(Object.keys(files), options, host)
  return Object.fromEntries(Object.keys(files).map((name) => {
    const [error] = program.getSemanticDiagnostics(program.getSourceFile(name))
    return [name, error && ts.flattenDiagnosticMessageText(error.messageText, ' ').split('.')[0]]
  }))
}

test('checks every program file in an environment', () => {
  const checked = new Set((['browser', 'node', 'test'] as const).flatMap(environment => configuration(environment).fileNames))
  const files = programFiles().filter(file => !file.endsWith('.js')).map(file => `${process.cwd()}/${file}`)
  expect(files.length).toBeGreaterThan(400)
  expect(files.filter(file => !checked.has(file))).toEqual([])
})

test('keeps Node types out of browser code, although dependencies import them', () => {
  const { stdout } = spawnSync('vue-tsc', ['-p', 'tsconfig.browser.json', '--listFilesOnly'], { encoding: 'utf8' })
  const files = stdout.split('\n')
  expect(files).toContain(`${process.cwd()}/packages/client/src/index.ts`)
  expect(files.filter(file => file.includes('/@types/node/'))).toEqual([])
})

test('rejects Node globals and modules in browser code', () => {
  expect(firstErrors('browser', {
    'packages/client/src/a.ts': 'process.exit()',
    'packages/sandbox/src/engine/a.ts': 'export * from "node:fs"',
    '.vitepress/theme/a.ts': 'Buffer.from("")',
    '.vitepress/theme/b.ts': 'document.title + new TextDecoder().decode()',
  })).toEqual({
    'packages/client/src/a.ts': 'Cannot find name \'process\'',
    'packages/sandbox/src/engine/a.ts': 'Cannot find name \'node:fs\'',
    '.vitepress/theme/a.ts': 'Cannot find name \'Buffer\'',
    '.vitepress/theme/b.ts': undefined,
  })
})

test('rejects the DOM in Node code', () => {
  expect(firstErrors('node', {
    'packages/compiler/src/a.ts': 'window.close()',
    'packages/sandbox/src/server/a.ts': 'document.title',
    'packages/sandbox/src/server/b.ts': 'process.exit()',
  })).toEqual({
    'packages/compiler/src/a.ts': 'Cannot find name \'window\'',
    'packages/sandbox/src/server/a.ts': 'Cannot find name \'document\'',
    'packages/sandbox/src/server/b.ts': undefined,
  })
})

test('accepts both in tests', () => {
  expect(firstErrors('test', { 'packages/client/test/a.test.ts': 'document.title + process.version' }))
    .toEqual({ 'packages/client/test/a.test.ts': undefined })
})
