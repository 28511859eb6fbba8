import type { Field, Operation } from '../model/index.ts'
import { Code, type Template } from './literal.ts'
import { uploadOf, type Upload } from './upload.ts'

/** Where a sensitive text stands: its field, and the group of the request. */
export interface Sensitive {
  name: string
  group: 'json' | 'query' | 'body'
}

/** How a language writes what WeChat Pay wants encrypted with its public key. */
export interface Sealing {
  encrypt: (text: string, place: Sensitive) => Code
  /** The header `Wechatpay-Serial`, which names that key; absent where the client sets it by itself. */
  serial?: Code
}

/** The values of a request as code writes them. */
export interface SealedRequest {
  path: Record<string, Template>
  query?: Template
  headers?: Record<string, Template>
  json?: Template
  upload?: Upload
}

const serialHeader = 'Wechatpay-Serial'

/** The example of an operation, with code in the place of each text that is to be encrypted. */
export function sealRequest(operation: Operation, { encrypt, serial }: Sealing): SealedRequest {
  const { request, example: { path, query, headers, json } } = operation
  const upload = uploadOf(operation)
  let isSensitive = false
  const seal = (group: Sensitive['group'], value: Template, forms: Partial<Field>[]) => {
    return sealValue(value, forms, (text, name) => {
      isSensitive = true
      return encrypt(text, { name, group })
    })
  }
  const groups = {
    ...(query !== undefined && { query: seal('query', query, [{ children: request.query }]) }),
    ...(json !== undefined && { json: seal('json', json, request.json ? [request.json] : []) }),
    ...(upload && { upload: { ...upload, meta: seal('body', upload.meta, upload.fields) } }),
  }
  const others = Object.entries({ ...headers }).filter(([name]) => name !== serialHeader)
  const sealed: SealedRequest['headers'] = Object.fromEntries(serial ? [...others, [serialHeader, serial]] : others)
  const named = isSensitive ? sealed : headers
  return { path, ...groups, ...(named && Object.keys(named).length && { headers: named }) }
}

/** @param forms the rows of the value: several where its name has alternatives */
function sealValue(
  value: Template,
  forms: Partial<Field>[],
  encrypt: (text: string, name: string) => Code,
): Template {
  if (typeof value === 'string') {
    const field = value && forms.find(({ encrypted }) => encrypted === 'rsa')
    return field ? encrypt(value, field.name ?? '') : value
  }
  if (Array.isArray(value)) return value.map(item => sealValue(item, forms, encrypt))
  if (typeof value !== 'object' || value === null || value instanceof Code) return value
  const children = forms.flatMap(({ children = [] }) => children)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => (
    [name, sealValue(item, children.filter(child => child.name === name), encrypt)]
  )))
}
