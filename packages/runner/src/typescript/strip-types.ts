import { transform } from 'sucrase'
import { CodeError } from './code-error.ts'

/**
 * Strips the types of an example and keeps its line numbers.
 *
 * @throws {CodeError} named `SyntaxError` if the code is not valid TypeScript
 */
export function stripTypes(code: string): string {
  try {
    return transform(code, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: true }).code
  } catch (error) {
    const { line = 1, column = 1 } = (error as { loc?: { line: number, column: number } }).loc ?? {}
    const message = (error as Error).message.replace(/^Error transforming \S+: /, '').replace(/ \(\d+:\d+\)$/, '')
    throw new CodeError('SyntaxError', message, line, column)
  }
}
