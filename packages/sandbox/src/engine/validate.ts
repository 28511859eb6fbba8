import type { Operation } from '@wxpay-live/compiler/model'
import { readTexts } from '../values/json.ts'
import type { Call, Incoming } from './call.ts'
import { checkField, checkMembers } from './check-field.ts'
import { missing } from './broken-rule.ts'
import { fieldRefusal, inside, type Location } from './location.ts'
import { parseJson } from './parse-json.ts'
import type { Route } from './route.ts'

/** Needed only to decrypt fields, even if the table requires it, so `decrypt` checks it. */
const serialHeader = 'Wechatpay-Serial'

const wholeBody: Location = { source: 'body', pointer: '' }

/**
 * Checks a request against the operation's tables: headers, JSON, required fields, types, limits and values.
 *
 * @throws Refusal 400 `PARAM_ERROR` for the first invalid field, with its value and location
 */
export function validate({ operation, path }: Route, incoming: Incoming): Call {
  const query = new URL(incoming.url).searchParams
  const { serial } = incoming
  checkHeaders(operation, incoming)
  for (const field of operation.request.path) {
    const texts = [path[field.name] ?? '']
    checkField(field, readTexts(field.type, texts), { source: 'uri_template', pointer: `/${field.name}` })
  }
  for (const field of operation.request.query) {
    const texts = query.getAll(field.name)
    checkField(field, readTexts(field.type, texts), { source: 'query', pointer: `/${field.name}` })
  }
  if (operation.request.requiredGroups?.includes('query') && !query.size) {
    throw fieldRefusal('至少需要一个查询参数', null, { source: 'query', pointer: '' })
  }
  const call = { operation, path, query, serial }
  if (operation.accepts === 'multipart') return { ...call, ...checkParts(operation, incoming) }
  if (!operation.request.json) return call

  const body = incoming.body ? parseJson(incoming.body, wholeBody) : undefined
  checkField(operation.request.json, body, wholeBody)
  return { ...call, ...(body !== undefined && { body }) }
}

function checkHeaders({ request }: Operation, { headers }: Incoming): void {
  for (const field of request.headers) {
    if (field.name === serialHeader) continue
    const text = headers.get(field.name)
    const value = readTexts(field.type, text === null ? [] : [text])
    checkField(field, value, { source: 'header', pointer: `/${field.name}` })
  }
}

/** Checks a multipart body: its file, and the JSON of its `meta` part. */
function checkParts({ request }: Operation, { body: meta, upload }: Incoming): Pick<Call, 'upload' | 'body'> {
  if (!upload) throw fieldRefusal('此接口须以 multipart/form-data 上传文件', null, wholeBody)
  const parts = request.body?.children ?? []
  const row = parts.find(({ name }) => name === 'meta')
  const at = inside(wholeBody, 'meta')
  if (row && !meta) throw missing(row, at)
  const body = meta ? parseJson(meta, at) : undefined
  if (body !== undefined) checkMembers(row?.children ?? [], body, at)
  const name = parts.find(({ type }) => type === 'object')?.name ?? 'file'
  const { file } = upload
  if (file?.part !== name) {
    throw fieldRefusal(`缺少名为 ${name} 的文件`, file?.part ?? null, inside(wholeBody, name))
  }
  return { upload: file, ...(body !== undefined && { body }) }
}
