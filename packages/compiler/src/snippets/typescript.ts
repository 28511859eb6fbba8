import type { Operation } from '../model/index.ts'
import { Code, toLiteral, type Template } from './literal.ts'
import type { Language } from './language.ts'
import { fileSha256, fileText, optionsOf, shownOf, uploadOf, withDigest, type Upload } from './options.ts'
import { styles, type Step, type Style } from './styles.ts'
import { isIdentifier, quote, typescriptLiteral } from './typescript-literal.ts'

/** TypeScript, for our own client. */
export const typescript: Language = {
  id: 'typescript',
  label: 'TypeScript',
  grammar: 'typescript',
  tabs: operation => styles.map(style => ({ label: style.label, code: toTypescript(operation, style) })),
}

/** Writes a request in one style. */
export function toTypescript(operation: Operation, { sync, steps }: Style): string {
  const upload = uploadOf(operation)
  const options: Record<string, Template> = { ...optionsOf(operation.example) }
  if (upload) options.body = new Code('body')
  if (operation.baseUri) options.baseUrl = operation.baseUri
  const given = Object.keys(options).length ? toLiteral(options, typescriptLiteral) : ''
  const method = operation.method.toLowerCase() + (sync ? '' : 'Async')
  const wait = sync ? '' : 'await '
  const shown = {
    json: `${wait}response.json()`,
    bytes: `${wait}response.arrayBuffer()`,
    status: 'response.status',
  }[shownOf(operation)]
  const call = `wxpay${steps(operation.path).map(toAccess).join('')}.${method}(${given})`
  return [...(upload ? formOf(upload) : []), `const response = ${wait}${call}`, `console.log(${shown})`].join('\n')
}

function formOf({ part, file, meta }: Upload): string[] {
  return [
    'const body = new FormData()',
    `body.append('meta', JSON.stringify(${toLiteral(withDigest(meta, fileSha256), typescriptLiteral)}))`,
    `body.append(${quote(part)}, new File([${quote(fileText)}], ${quote(file)}))`,
  ]
}

function toAccess(step: Step): string {
  if (step.kind === 'chain') return `.chain(${quote(step.path)})`
  if (step.kind === 'index') return `[${quote(step.path)}]`
  return isIdentifier(step.name) ? `.${step.name}` : `[${quote(step.name)}]`
}
