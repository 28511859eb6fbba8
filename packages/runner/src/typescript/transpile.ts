import { transform } from 'sucrase'

/** Code that cannot be read as TypeScript. */
export class TranspileError extends SyntaxError {
  override readonly name = 'SyntaxError'

  constructor(message: string, readonly line: number, readonly column: number) {
    super(message)
  }
}

/** Strips the types of an example; every line stays where it was. Throws {@link TranspileError}. */
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
