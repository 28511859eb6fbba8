import { isIdentifier, quote } from '../typescript-text.ts'
import type { LiteralSyntax } from './literal.ts'

/** The literal syntax of TypeScript. */
export const typescriptLiteral: LiteralSyntax = {
  string: quote,
  key: name => `${isIdentifier(name) ? name : quote(name)}: `,
  map: ['{', '}'],
  emptyMap: '{}',
}
