import type { RunRequest } from '../messages.ts'
import { findImports } from './find-imports.ts'
import { stripTypes } from './strip-types.ts'

/**
 * Converts TypeScript to JavaScript for a worker, and finds its imports.
 *
 * @throws {CodeError} named `SyntaxError` if the code is not valid TypeScript
 */
export function toJavaScript(code: string): Required<Pick<RunRequest, 'code' | 'imports'>> {
  const javascript = stripTypes(code)
  return { code: javascript, imports: findImports(javascript) }
}
