/** Thrown for code that cannot run, at a position of it, both from 1. */
export class CodeError extends Error {
  readonly line: number
  readonly column: number

  constructor(name: 'ImportError' | 'SyntaxError', message: string, line: number, column: number) {
    super(message)
    this.name = name
    this.line = line
    this.column = column
  }
}
