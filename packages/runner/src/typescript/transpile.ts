import { transform } from 'sucrase'

/** Thrown for invalid TypeScript. */
export class TranspileError extends SyntaxError {
  override readonly name = 'SyntaxError'
  readonly line: number
  readonly column: number

  constructor(message: string, line: number, column: number) {
    super(message)
    this.line = line
    this.column = column
  }
}

/**
 * Strips the types of an example and keeps its line numbers.
 *
 * @throws {TranspileError} if the code is not valid TypeScript
 */
export function transpile(code: string): string {
  try {
    return transform(code, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: true }).code
  } catch (error) {
    const { line = 1, column = 1 } = (error as { loc?: { line: number, column: number } }).loc ?? {}
    throw new TranspileError(
      (error as Error).message.replace(/^Error transforming \S+: /, '').replace(/ \(\d+:\d+\)$/, ''),
      line,
      column,
    )
  }
}
