import type { LiteralSyntax } from './literal.ts'

/** The literal syntax of PHP. */
export const phpLiteral: LiteralSyntax = {
  string: quote,
  key: name => `${quote(name)} => `,
  map: ['[', ']'],
  emptyMap: '(object) []',
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
