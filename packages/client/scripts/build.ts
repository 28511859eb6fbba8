import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ts from 'typescript'

/** Writes `dist`: each module of `src` as JavaScript beside its declarations. */
export function build(folder: string): void {
  rmSync(`${folder}/dist`, { recursive: true, force: true })
  const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const entries = [...Object.values<string>(exports), './src/sync/node-worker.ts', './src/sync/browser.ts']
  const program = ts.createProgram(entries.map(entry => `${folder}/${entry}`), {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ['node'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    skipLibCheck: true,
    rootDir: `${folder}/src`,
    outDir: `${folder}/dist`,
  })
  const { diagnostics } = program.emit(undefined, write)
  const [problem] = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (problem) throw new Error(ts.formatDiagnostic(problem, formatHost))
}

/** The compiler leaves the extensions in declarations as they are. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, file.endsWith('.d.ts') ? text.replace(/(['"]\.{1,2}\/[^'"]*)\.ts(?=['"])/g, '$1.js') : text)
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: name => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
}
