import type { Operation } from '../model/index.ts'
import { toLiteral, type LiteralSyntax } from './literal.ts'
import { hasBody, optionsOf } from './options.ts'
import type { Step, Style } from './styles.ts'

const syntax: LiteralSyntax = {
  string: quote,
  key: name => `${isIdentifier(name) ? name : quote(name)}: `,
  map: ['{', '}'],
  emptyMap: '{}',
}

/** Writes a request in TypeScript. */
export function typescript(operation: Operation, { sync, steps }: Style): string {
  const options = optionsOf(operation.example)
  const method = operation.method.toLowerCase() + (sync ? '' : 'Async')
  const call = `wxpay${steps(operation.path).map(toAccess).join('')}.${method}(${options ? toLiteral(options, syntax) : ''})`
  const wait = sync ? '' : 'await '
  const shown = hasBody(operation) ? `${wait}response.json()` : 'response.status'
  return `const response = ${wait}${call}\nconsole.log(${shown})`
}

function toAccess(step: Step): string {
  if (step.kind === 'chain') return `.chain(${quote(step.path)})`
  if (step.kind === 'index') return `[${quote(step.path)}]`
  return isIdentifier(step.name) ? `.${step.name}` : `[${quote(step.name)}]`
}

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)
}

function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, `\\'`)}'`
}
