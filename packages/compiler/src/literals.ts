export { toLiteral, type LiteralSyntax } from './snippets/literal.ts'
export { phpLiteral } from './snippets/php-literal.ts'
export { typescriptLiteral } from './snippets/typescript-literal.ts'
