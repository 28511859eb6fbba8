import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { scriptsOf } from './script.ts'

/** A target of `imports` in package.json, or targets by condition. */
type Target = string | { [condition: string]: Target }

const pathsOf = (target: Target): string[] =>
  typeof target === 'string' ? [target] : Object.values(target).flatMap(pathsOf)

/** The files that a specifier such as `#sync` leads to under any condition, by the package's `imports`. */
function subpathImport(file: string, specifier: string): string[] {
  let folder = dirname(file)
  while (folder !== '.' && !existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  const { imports = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    imports?: Record<string, Target>
  }
  return pathsOf(imports[specifier] ?? {}).map(path => join(folder, path))
}

/** Reads which of the files import which others, by `import type` and `import()` too. */
export function readImports(files: string[]): Map<string, string[]> {
  return new Map(files.map((file) => {
    const code = scriptsOf(file, readFileSync(file, 'utf8')).map(script => script.code).join('\n')
    const targets = ts.preProcessFile(code).importedFiles.flatMap(({ fileName }) =>
      fileName.startsWith('#') ? subpathImport(file, fileName) : join(dirname(file), fileName))
    return [file, targets.filter(target => files.includes(target))]
  }))
}

/** Finds the groups of files of which each imports, directly or not, all others of the group. */
export function findCycles(imports: Map<string, string[]>): string[][] {
  const cycles: string[][] = []
  const path: string[] = []
  const depths = new Map<string, number>()

  /** Returns the lowest position on the path that the file leads back to (Tarjan's algorithm). */
  function visit(file: string): number {
    const depth = path.push(file) - 1
    depths.set(file, depth)
    let lowest = depth
    for (const target of imports.get(file) ?? []) {
      lowest = Math.min(lowest, depths.get(target) ?? visit(target))
    }
    if (lowest < depth) return lowest
    const group = path.splice(depth)
    for (const member of group) depths.set(member, Infinity)
    if (group.length > 1) cycles.push(group)
    return Infinity
  }

  for (const file of imports.keys()) if (!depths.has(file)) visit(file)
  return cycles
}
