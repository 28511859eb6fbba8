import { globSync } from 'node:fs'
import { basename } from 'node:path'

const skipped = new Set(['node_modules', 'dist', 'cache', 'generated', 'fixtures', 'public'])
const roots = '{packages,.vitepress,scripts,test}'

/** Finds the files that match a pattern, without generated files and test fixtures; sorted. */
export function findFiles(pattern: string, cwd = '.'): string[] {
  return globSync(pattern, { cwd, exclude: path => skipped.has(basename(path)) }).sort()
}

/** Every TypeScript, JavaScript and Vue file, tests included. */
export function programFiles(cwd?: string): string[] {
  return findFiles(`{*,${roots}/**/*}.{ts,js,vue}`, cwd).filter(file => !file.endsWith('.d.ts'))
}

/** Every program file except tests and benches. */
export function sourceFiles(cwd?: string): string[] {
  return programFiles(cwd).filter(file => !/(^|\/)(test|bench)\/|\.(test|bench)\.ts$/.test(file))
}

/** Markdown for contributors. The pages in docs/ are Chinese. */
export function guideFiles(cwd?: string): string[] {
  return findFiles(`{*,${roots}/**/*,.github/**/*}.md`, cwd)
}
