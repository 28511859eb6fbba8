import { isIdentifier, quote } from '../typescript-text.ts'
import type { LiteralSyntax } from './literal.ts'

/** How TypeScript writes values. */
export const typescriptLiteral: LiteralSyntax = {
  string: quote,
  key: name => `${isIdentifier(name) ? name : quote(name)}: `,
  map: ['{', '}'],
  emptyMap: '{}',
}
