import type { LiteralSyntax } from './literal.ts'

/** How TypeScript writes values. */
export const typescriptLiteral: LiteralSyntax = {
  string: quote,
  key: name => `${isIdentifier(name) ? name : quote(name)}: `,
  map: ['{', '}'],
  emptyMap: '{}',
}

/** Whether a name needs no quotes. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)
}

/** A text in single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, `\\'`)}'`
}
