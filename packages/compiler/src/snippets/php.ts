import type { Operation } from '../model/index.ts'
import type { Language } from './language.ts'
import { Code, toLiteral, type LiteralSyntax, type Template } from './literal.ts'
import { optionsOf, shownOf, uploadOf, withDigest } from './options.ts'
import { styles, type Step, type Style } from './styles.ts'

const syntax: LiteralSyntax = {
  string: quote,
  key: name => `${quote(name)} => `,
  map: ['[', ']'],
  emptyMap: '(object) []',
}

const shown = {
  json: 'print_r(json_decode((string) $response->getBody(), true));',
  bytes: 'file_put_contents(\'download\', $response->getBody()->getContents());',
  status: 'print_r($response->getStatusCode());',
}

/** PHP, for the official library. */
export const php: Language = {
  id: 'php',
  label: 'PHP',
  grammar: 'php',
  tabs: operation => styles.map(style => ({ label: style.label, code: toPhp(operation, style) })),
}

/** Writes a request in one style. */
export function toPhp(operation: Operation, { sync, steps }: Style): string {
  const options = optionsFor(operation)
  const given = Object.keys(options).length ? toLiteral(options, syntax) : ''
  const method = operation.method.toLowerCase() + (sync ? '' : 'Async')
  const call = `$instance${steps(operation.path).map(toAccess).join('')}->${method}(${given})`
  const print = shown[shownOf(operation)]
  if (sync) return [...setupFor(operation), `$response = ${call};`, print].join('\n')
  return [
    ...setupFor(operation),
    call,
    '->then(static function(\\Psr\\Http\\Message\\ResponseInterface $response) {',
    `  ${print}`,
    '})',
    '->wait();',
  ].join('\n')
}

/** The library signs the `meta` part of its `MediaUtil`, which holds the name and digest of the file unless it is set. */
function setupFor(operation: Operation): string[] {
  const upload = uploadOf(operation)
  if (!upload) return []
  const path = quote(`/path/to/${upload.file}`)
  const media = `$media = new \\WeChatPay\\Util\\MediaUtil(${path});`
  const own = Object.keys(upload.meta ?? {}).every(name => name === 'filename' || name === 'sha256')
  if (own) return [media]
  const meta = withDigest(upload.meta, new Code(`hash_file('sha256', ${path})`))
  return [media, `$media->setMeta(json_encode(${toLiteral(meta, syntax)}));`]
}

function optionsFor(operation: Operation): Record<string, Template> {
  const { headers, ...options }: Record<string, Template> = optionsOf(operation.example) ?? {}
  const contentType = operation.accepts && { 'Content-Type': new Code('$media->getContentType()') }
  return {
    ...(operation.baseUri && { base_uri: operation.baseUri }),
    ...options,
    ...((headers ?? contentType) && { headers: { ...headers as Record<string, Template>, ...contentType } }),
    ...(operation.accepts && { body: new Code('$media->getStream()') }),
  }
}

function toAccess(step: Step): string {
  if (step.kind === 'chain') return `->chain(${quote(step.path)})`
  if (step.kind === 'index') return `[${quote(step.path)}]`
  return /^[A-Z_a-z\x80-\uffff][\w\x80-\uffff]*$/.test(step.name) ? `->${step.name}` : `->{${quote(step.name)}}`
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
