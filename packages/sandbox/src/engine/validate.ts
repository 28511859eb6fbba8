import type { Field, JsonValue, Operation } from '@wxpay-live/compiler/model'
import type { Call, Incoming } from './call.ts'
import { formIssue, sizeIssue } from './forms.ts'
import { lengthIssue } from './lengths.ts'
import { inside, fieldRefusal, type Location } from './location.ts'
import type { Route } from './route.ts'
import { isDeclared, isList, isOfType, itemType, member, readTexts } from '../values/json.ts'

/** No request of the API nests its body as deep as this. */
const deepest = 100

const isDeeper = (value: JsonValue, levels: number): boolean => typeof value === 'object' && value !== null
  && (levels === 0 || Object.values(value).some(item => isDeeper(item, levels - 1)))

const kinds = { string: '字符串', integer: '整数', number: '数字', boolean: '布尔值', object: '对象' }

/** Wanted only where something is encrypted, whatever the table says; checked where that is decrypted. */
const serialHeader = 'Wechatpay-Serial'

/**
 * Checks a request against the operation's tables: headers, JSON, required fields, types, declared values.
 * Members the tables do not know are accepted.
 *
 * @throws Refusal 400 `PARAM_ERROR`, naming the first field that is wrong, its value, the issue and the location
 */
export function validate({ operation, path }: Route, incoming: Incoming): Call {
  const query = new URL(incoming.url).searchParams
  const { serial } = incoming
  checkHeaders(operation, incoming)
  for (const field of operation.request.path) {
    const texts = [path[field.name] ?? '']
    check(field, readTexts(field.type, texts), { source: 'path', pointer: `/${field.name}` })
  }
  for (const field of operation.request.query) {
    const texts = query.getAll(field.name)
    check(field, readTexts(field.type, texts), { source: 'query', pointer: `/${field.name}` })
  }
  if (operation.request.requiredGroups?.includes('query') && !query.size) {
    throw fieldRefusal('至少需要一个查询参数', null, { source: 'query', pointer: '' })
  }
  const call = { operation, path, query, serial }
  const at: Location = { source: 'body', pointer: '' }
  if (operation.accepts === 'multipart') return { ...call, ...checkParts(operation, incoming) }
  if (!operation.request.json) return call

  const body = incoming.body ? parse(incoming.body, at) : undefined
  check(operation.request.json, body, at)
  return { ...call, ...(body !== undefined && { body }) }
}

function checkHeaders({ request }: Operation, { headers }: Incoming): void {
  for (const field of request.headers) {
    if (field.name === serialHeader) continue
    const text = headers.get(field.name) ?? undefined
    check(field, readTexts(field.type, text === undefined ? [] : [text]), { source: 'header', pointer: `/${field.name}` })
  }
}

/** The parts of a multipart body: a file, and the JSON of its `meta`. */
function checkParts({ request }: Operation, { body: meta, upload }: Incoming): Pick<Call, 'upload' | 'body'> {
  const at: Location = { source: 'body', pointer: '' }
  if (!upload) throw fieldRefusal('此接口须以 multipart/form-data 上传文件', null, at)
  const parts = request.body?.children ?? []
  const row = parts.find(({ name }) => name === 'meta')
  if (row && !meta) throw fieldRefusal('此字段为必填项', null, inside(at, 'meta'))
  const body = meta ? parse(meta, inside(at, 'meta')) : undefined
  if (body !== undefined) checkMembers(row?.children ?? [], body, inside(at, 'meta'))
  const name = parts.find(({ type }) => type === 'object')?.name ?? 'file'
  const { file } = upload
  if (file?.part !== name) throw fieldRefusal(`缺少名为 ${name} 的文件`, file?.part ?? null, inside(at, name))
  return { upload: file, ...(body !== undefined && { body }) }
}

function parse(text: string, at: Location): JsonValue {
  if (text.startsWith('\ufeff')) throw fieldRefusal('不是合法的JSON：开头有字节顺序标记（BOM，U+FEFF），请去掉', null, at)
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch (error) {
    throw fieldRefusal(`不是合法的JSON：${(error as Error).message}`, null, at)
  }
  if (isDeeper(value, deepest)) throw fieldRefusal(`JSON的嵌套超过 ${deepest} 层`, null, at)
  return value
}

function check(field: Field, value: JsonValue | undefined, at: Location): void {
  if (value === undefined || value === null) {
    if (field.required) throw fieldRefusal('此字段为必填项', null, at)
  } else if (!isList(field.type)) {
    checkItem(field, value, at)
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkItem(field, item, inside(at, index)))
  } else {
    throw fieldRefusal(`此字段需要数组，收到${kindOf(value)}`, value, at)
  }
}

function checkItem(field: Field, value: JsonValue, at: Location): void {
  const type = itemType(field.type)
  if (!isOfType(type, value)) throw fieldRefusal(`此字段需要${kinds[type]}，收到${kindOf(value)}`, value, at)
  if (!isDeclared(field, value)) throw fieldRefusal(`此字段的值不在枚举值 ${field.enum?.join('、')} 之中`, value, at)
  const issue = issueOf(field, value)
  if (issue) throw fieldRefusal(issue, value, at)
  if (type !== 'object') return
  checkMembers(field.children ?? [], value, at)
}

function issueOf({ name, required }: Field, value: JsonValue): string | undefined {
  if (typeof value === 'number') return sizeIssue(name, value)
  if (typeof value !== 'string') return undefined
  if (!value) return required ? '字符串规则校验失败，字节数 0，小于最小值 1' : undefined
  return lengthIssue(name, value) ?? formIssue(name, value)
}

/** Where a member has several forms, one of them must fit. */
function checkMembers(fields: Field[], value: JsonValue, at: Location): void {
  for (const field of fields) {
    const forms = field.alt === undefined ? [field] : fields.filter(({ name }) => name === field.name)
    checkForms(forms, member(value, field.name), inside(at, field.name))
  }
}

function checkForms([form, ...others]: Field[], value: JsonValue | undefined, at: Location): void {
  if (!form) return
  try {
    check(form, value, at)
  } catch (refused) {
    if (!others.some(other => fits(other, value, at))) throw refused
  }
}

function fits(form: Field, value: JsonValue | undefined, at: Location): boolean {
  try {
    check(form, value, at)
    return true
  } catch {
    return false
  }
}

function kindOf(value: JsonValue): string {
  if (value === null) return '空值'
  if (Array.isArray(value)) return '数组'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? kinds.integer : kinds.number
  return kinds[typeof value as keyof typeof kinds]
}
