import type { Operation } from '../model/index.ts'
import { toLiteral, type LiteralSyntax } from './literal.ts'
import { hasBody, optionsOf } from './options.ts'
import type { Step, Style } from './styles.ts'

const syntax: LiteralSyntax = {
  string: quote,
  key: name => `${quote(name)} => `,
  map: ['[', ']'],
  emptyMap: '(object) []',
}

/** Writes a request in PHP, for the official library. */
export function php(operation: Operation, { sync, steps }: Style): string {
  const options = optionsOf(operation.example)
  const method = operation.method.toLowerCase() + (sync ? '' : 'Async')
  const call = `$instance${steps(operation.path).map(toAccess).join('')}->${method}(${options ? toLiteral(options, syntax) : ''})`
  const shown = hasBody(operation) ? 'json_decode((string) $response->getBody(), true)' : '$response->getStatusCode()'
  if (sync) return `$response = ${call};\nprint_r(${shown});`
  return `${call}
->then(static function(\\Psr\\Http\\Message\\ResponseInterface $response) {
  print_r(${shown});
})
->wait();`
}

function toAccess(step: Step): string {
  if (step.kind === 'chain') return `->chain(${quote(step.path)})`
  if (step.kind === 'index') return `[${quote(step.path)}]`
  return /^[A-Z_a-z\x80-\uffff][\w\x80-\uffff]*$/.test(step.name) ? `->${step.name}` : `->{${quote(step.name)}}`
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
