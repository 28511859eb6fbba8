import { CodeError } from './code-error.ts'
import type { ImportPlace } from './find-imports.ts'

/** A module that examples can import: its exports by name, loaded at its first import. */
export type Modules = Record<string, () => Promise<object>>

/** Global that has the loaded modules, for the modules that export them again. */
const registry = 'wxpay-live:modules'

/**
 * Replaces the names of modules in JavaScript by URLs, because a worker has no import map. Lines stay.
 *
 * @param toUrl makes a URL of the source of a module
 * @throws {CodeError} named `ImportError` for an unknown module
 */
export async function resolveImports(
  code: string, imports: readonly ImportPlace[], modules: Modules, toUrl: (source: string) => string,
): Promise<string> {
  let resolved = code
  for (const { name, start, end } of imports.toReversed()) {
    const load = modules[name]
    if (!load) {
      const message = `示例里没有 ${name}，只能 import ${Object.keys(modules).join('、')}`
      throw new CodeError('ImportError', message, ...positionOf(code, start))
    }
    const url = JSON.stringify(toUrl(reexport(name, await load())))
    resolved = resolved.slice(0, start) + url + resolved.slice(end)
  }
  return resolved
}

/** The source of a module with the exports of one that is already loaded. */
function reexport(name: string, exports: object): string {
  const loaded: unknown = Reflect.get(globalThis, registry)
  Reflect.set(globalThis, registry, { ...loaded instanceof Object && loaded, [name]: exports })
  const module = `globalThis[${JSON.stringify(registry)}][${JSON.stringify(name)}]`
  return `export const { ${Object.keys(exports).join(', ')} } = ${module}`
}

function positionOf(code: string, offset: number): [line: number, column: number] {
  const lines = code.slice(0, offset).split('\n')
  return [lines.length, lines.at(-1)!.length]
}
