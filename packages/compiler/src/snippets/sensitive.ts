import type { Field, Operation } from '../model/index.ts'
import { Code, type Template, type Templates } from './literal.ts'
import { uploadOf, type Upload } from './upload.ts'

/** The location of a sensitive text: its field and the group of the request. */
export interface SensitiveLocation {
  name: string
  group: 'json' | 'query' | 'body'
}

/** How a language encrypts values with WeChat Pay's public key. */
export interface Sealing {
  encrypt: (text: string, location: SensitiveLocation) => Code
  /** The `Wechatpay-Serial` header, which identifies that key; absent if the client sets it. */
  serial?: Code
}

/** The values of a request, with code in place of each value to encrypt. */
export interface SealedRequest {
  path: Templates
  query?: Templates
  headers?: Templates
  json?: Template
  upload?: Upload
}

/** The header that identifies the key of the encrypted values. */
export const serialHeader = 'Wechatpay-Serial'

/** Replaces each sensitive text in the example of an operation by code that encrypts it, and sets `Wechatpay-Serial`. */
export function sealRequest(operation: Operation, { encrypt, serial }: Sealing): SealedRequest {
  const { request, example: { path, query, headers, json } } = operation
  const upload = uploadOf(operation)
  let isSensitive = false
  const encryptIn = (group: SensitiveLocation['group']) => (text: string, name: string) => {
    isSensitive = true
    return encrypt(text, { name, group })
  }
  const groups = {
    ...(query && { query: sealMembers(query, request.query, encryptIn('query')) }),
    ...(json !== undefined && { json: sealValue(json, request.json ? [request.json] : [], encryptIn('json')) }),
    ...(upload && { upload: { ...upload, meta: sealMembers(upload.meta, upload.fields, encryptIn('body')) } }),
  }
  const others = Object.entries({ ...headers }).filter(([name]) => name !== serialHeader)
  const sealed: Templates = Object.fromEntries(serial ? [...others, [serialHeader, serial]] : others)
  const named = isSensitive ? sealed : headers
  return { path, ...groups, ...(named && Object.keys(named).length && { headers: named }) }
}

type Encrypt = (text: string, name: string) => Code

/** @param forms rows of the value: several if its name has alternatives */
function sealValue(value: Template, forms: Field[], encrypt: Encrypt): Template {
  if (typeof value === 'string') {
    const field = forms.find(({ encrypted }) => encrypted === 'rsa')
    return field ? encrypt(value, field.name) : value
  }
  if (Array.isArray(value)) return value.map(item => sealValue(item, forms, encrypt))
  if (typeof value !== 'object' || value === null || value instanceof Code) return value
  return sealMembers(value, forms.flatMap(({ children = [] }) => children), encrypt)
}

function sealMembers(values: Templates, fields: Field[], encrypt: Encrypt): Templates {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => (
    [name, sealValue(value, fields.filter(field => field.name === name), encrypt)]
  )))
}
