import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ts from 'typescript'
import type { Manifest } from './manifest.ts'
import { linkTypes, typesOnly } from './types-only.ts'

const options: ts.CompilerOptions = {
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
}

/** Writes `dist`: each module of `src` as JavaScript beside its declarations, and the declarations it borrows. */
export function build(folder: string, manifest: Manifest): void {
  const dist = `${folder}/dist`
  rmSync(dist, { recursive: true, force: true })
  const borrowed = typesOnly(manifest)
  // The manifest is imported too: it lies beside `dist` as it lies beside `src`.
  const place = (file: string) => file.replace(`${dist}/src/`, `${dist}/`)
  const sources = emit(ts.sys.readDirectory(`${folder}/src`, ['.ts']), { rootDir: folder, outDir: dist }, (file, text) => {
    if (!file.endsWith('.json')) write(place(file), linkTypes(text, borrowed, dist, place(file)))
  })
  for (const { src, place } of borrowed) {
    const entries = sources.filter(file => file.startsWith(`${src}/`))
    emit(entries, { rootDir: src, outDir: `${dist}/${place}`, emitDeclarationOnly: true }, write)
  }
}

/** Compiles modules; answers all sources that took. */
function emit(entries: string[], into: ts.CompilerOptions, write: ts.WriteFileCallback): string[] {
  const program = ts.createProgram(entries, { ...options, ...into })
  const { diagnostics } = program.emit(undefined, write)
  const [problem] = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (problem) throw new Error(ts.formatDiagnostic(problem, formatHost))
  return program.getSourceFiles().map(({ fileName }) => fileName)
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
