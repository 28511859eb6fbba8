import type { Operation } from '../model/index.ts'
import { parseScalar } from '../samples/types.ts'
import { isIdentifier, quote } from '../typescript-text.ts'
import { Code, toLiteral, type Templates } from './literal.ts'
import type { Language } from './language.ts'
import { optionsOf, printedPartOf } from './options.ts'
import { sealRequest } from './sensitive.ts'
import { styles, type Step, type Style } from './styles.ts'
import { typescriptLiteral } from './typescript-literal.ts'
import { uniqueNames } from './unique-names.ts'
import { fileSha256, fileText, withDigest, type Upload } from './upload.ts'

/** TypeScript for `@wxpay-live/client`. */
export const typescript: Language = {
  id: 'typescript',
  label: 'TypeScript',
  grammar: 'typescript',
  tabs: operation => styles.map(style => ({ label: style.label, code: toTypescript(operation, style) })),
}

/** Writes a request in one style. */
export function toTypescript(operation: Operation, { sync, steps }: Style): string {
  const { options, setup } = optionsFor(operation, sync)
  const given = Object.keys(options).length ? toLiteral(options, typescriptLiteral) : ''
  const method = operation.method.toLowerCase() + (sync ? '' : 'Async')
  const wait = sync ? '' : 'await '
  const printed = {
    json: `${wait}response.json()`,
    bytes: `${wait}response.arrayBuffer()`,
    status: 'response.status',
  }[printedPartOf(operation)]
  const call = `wxpay${steps(operation.path).map(toAccess).join('')}.${method}(${given})`
  return [...setup, `const response = ${wait}${call}`, `console.log(${printed})`].join('\n')
}

/** Encryption is asynchronous, so it comes before a synchronous call. */
function optionsFor(operation: Operation, sync: boolean) {
  const setup: string[] = []
  const nameOf = uniqueNames(name => `encrypted${name.replace(/^encrypted_/, '').replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`)
  const sealed = sealRequest(operation, {
    encrypt(text, { name }) {
      const encryption = `await wxpay.encrypt(${quote(text)})`
      if (!sync) return new Code(encryption)
      const constant = nameOf(name)
      setup.push(`const ${constant} = ${encryption}`)
      return new Code(constant)
    },
  })
  const options: Templates = {
    ...optionsOf({ ...sealed, path: typedPath(operation) }),
    ...(sealed.upload && { body: bodyOf(sealed.upload) }),
    ...(operation.baseUri && { baseUrl: operation.baseUri }),
  }
  return { options, setup }
}

/** Path variables with the types of their rows, unless that would change their text in the URL. */
function typedPath({ request, example }: Operation): Templates {
  const typeOf = (variable: string) => request.path.find(({ name }) => name === variable)?.type ?? 'string'
  return Object.fromEntries(Object.entries(example.path).map(([name, text]) => {
    const value = parseScalar(text, typeOf(name))
    return [name, value !== undefined && String(value) === text ? value : text]
  }))
}

function bodyOf({ part, file, meta }: Upload): Templates {
  return {
    meta: withDigest(meta, fileSha256),
    [part]: new Code(`new File([${quote(fileText)}], ${quote(file)})`),
  }
}

function toAccess(step: Step): string {
  if (step.kind === 'chain') return `.chain(${quote(step.path)})`
  if (step.kind === 'index') return `[${quote(step.path)}]`
  return isIdentifier(step.name) ? `.${step.name}` : `[${quote(step.name)}]`
}
