import type { Operation } from '../model/index.ts'
import type { Language } from './language.ts'
import { Code, toLiteral, type Template, type Templates } from './literal.ts'
import { optionsOf, printedPartOf } from './options.ts'
import { phpLiteral } from './php-literal.ts'
import { phpUpload } from './php-upload.ts'
import { sealRequest, type Sealing } from './sensitive.ts'
import { styles, type Step, type Style } from './styles.ts'

const printing = {
  json: 'print_r(json_decode((string) $response->getBody(), true));',
  bytes: 'file_put_contents(\'download\', $response->getBody()->getContents());',
  status: 'print_r($response->getStatusCode());',
}

/** The names that users of the official library choose. */
const sealing: Sealing = {
  encrypt: text => new Code(`$encryptor(${phpLiteral.string(text)})`),
  serial: new Code('$platformPublicKeyId'),
}

/** PHP for the official library. */
export const php: Language = {
  id: 'php',
  label: 'PHP',
  grammar: 'php',
  tabs: operation => styles.map(style => ({ label: style.label, code: toPhp(operation, style) })),
}

/** Writes a request in one style. */
export function toPhp(operation: Operation, { sync, steps }: Style): string {
  const { options, setup } = optionsFor(operation)
  const given = Object.keys(options).length ? toLiteral(options, phpLiteral) : ''
  const method = operation.method.toLowerCase() + (sync ? '' : 'Async')
  const call = `$instance${steps(operation.path).map(toAccess).join('')}->${method}(${given})`
  const print = printing[printedPartOf(operation)]
  if (sync) return [...setup, `$response = ${call};`, print].join('\n')
  return [
    ...setup,
    call,
    '->then(static function(\\Psr\\Http\\Message\\ResponseInterface $response) {',
    `  ${print}`,
    '})',
    '->wait();',
  ].join('\n')
}

/** The library writes `true` as 1 into a URL, which WeChat Pay does not read as a boolean. */
function booleansAsText(value: Template): Template {
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null || value instanceof Code) return value
  return Array.isArray(value) ? value.map(booleansAsText) : queryOf(value)
}

function queryOf(query: Templates): Templates {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, booleansAsText(value)]))
}

/** The library numbers the values of a list, `name[0]=…`; WeChat Pay reads the name repeated. */
function withLists(query: Templates): { query: Template } {
  if (!Object.values(query).some(Array.isArray)) return { query }
  return { query: new Code(`\\GuzzleHttp\\Psr7\\Query::build(${toLiteral(query, phpLiteral, '  ')})`) }
}

function optionsFor(operation: Operation): { options: Templates, setup: string[] } {
  const sealed = sealRequest(operation, sealing)
  const upload = sealed.upload && phpUpload(sealed.upload)
  const query = sealed.query && queryOf(sealed.query)
  const headers = upload ? { ...sealed.headers, 'Content-Type': upload.contentType } : sealed.headers
  return {
    options: {
      ...(operation.baseUri && { base_uri: operation.baseUri }),
      ...optionsOf({ ...sealed, ...(headers && { headers }) }),
      // At its place among the options.
      ...(query && withLists(query)),
      ...(upload && { body: upload.body }),
    },
    setup: upload?.setup ?? [],
  }
}

function toAccess(step: Step): string {
  if (step.kind === 'chain') return `->chain(${phpLiteral.string(step.path)})`
  if (step.kind === 'index') return `[${phpLiteral.string(step.path)}]`
  return /^[A-Z_a-z\x80-\uffff][\w\x80-\uffff]*$/.test(step.name) ? `->${step.name}` : `->{${phpLiteral.string(step.name)}}`
}
