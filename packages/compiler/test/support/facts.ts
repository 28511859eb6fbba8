import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type OperationFact, roleNames } from '../../../../scripts/facts/facts.ts'
import { compilePage, type Catalog, type FieldType } from '../../src/index.ts'
import { characterSets } from '../../src/page/character-sets.ts'

/** The facts of one row of a table. */
export type Fact = [name: string, type: FieldType, required: 0 | 1, indent: number, flags?: {
  encrypted?: 'rsa' | 'aes-gcm'
  encoded?: 'json'
  enum?: string[]
  alt?: number
  min?: number
  max?: number
  pattern?: string
  when?: string
}]

/** The facts of one operation. */
export interface OperationFacts extends Pick<OperationFact, 'roles' | 'rate' | 'counterpart' | 'errors'> {
  page: string
  verb: string
  path: string | null
  chain: string | null
  title: string
  request?: Fact[]
  response?: Fact[]
  docs?: string[]
  base_uri?: string
  accepts?: 'multipart'
  returns?: 'empty' | 'binary'
  status?: number
  superseded_by?: string
}

/** The facts of one notification. */
export interface NotificationFacts {
  event: string
  title: string
  envelope: Fact[]
  resource: Fact[]
  alternatives?: Fact[][]
  forms?: { name: string }[]
  answer?: Fact[]
  docs: string[]
}

/** The names of the character sets by their patterns. */
const setNames = new Map(Object.entries(characterSets).map(([name, pattern]) => [pattern, name]))

/** All facts of the API, as pages carry them: without their sources and doubts. */
export const facts = read<OperationFacts>('apiv3').map(fact => ({
  ...fact, request: fact.request?.map(withoutSource) ?? [], response: fact.response?.map(withoutSource) ?? [],
}))
export const notifications = read<NotificationFacts>('webhooks').map(fact => ({
  ...fact,
  envelope: fact.envelope.map(withoutSource),
  resource: fact.resource.map(withoutSource),
  ...(fact.alternatives && { alternatives: fact.alternatives.map(rows => rows.map(withoutSource)) }),
  ...(fact.answer && { answer: fact.answer.map(withoutSource) }),
}))

function read<T>(name: string): T[] {
  const file = fileURLToPath(import.meta.resolve(`@wxpay-live/facts/${name}.ndjson`))
  return readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line) as T)
}

/** The flags that a page carries. */
function withoutSource([name, type, required, indent, flags = {}]: Fact): Fact {
  const { encrypted, encoded, enum: values, alt, min, max, pattern, when } = flags
  const isText = type.startsWith('string')
  const kept = {
    ...(encrypted && { encrypted }),
    ...(encoded && { encoded }),
    ...(values && { enum: values }),
    ...(alt && { alt }),
    ...(isText && min !== undefined && { min }),
    ...(isText && max !== undefined && { max }),
    ...(pattern && setNames.has(pattern) && { pattern }),
    ...(when && !required && { when }),
  }
  return Object.keys(kept).length ? [name, type, required, indent, kept] : [name, type, required, indent]
}

/** Writes the facts of an operation as a page, with an example only if its tables cannot express a fact. */
export function pageOf(fact: OperationFacts): string {
  const { title, verb, request = [], docs = [], base_uri: baseUri = '' } = fact
  const rows = request.map((row): Row => row[0] === 'base_uri' ? [row, `接入点 \`${baseUri}\``] : [row])
  return [
    ...headOf(title, verb.toLowerCase(), termsOf(fact)), ...tableOf('request', rows), ...exampleOf(fact),
    ...tableOf('response', responseOf(fact)), ...errorsOf(fact), referencesOf(docs), '',
  ].join('\n')
}

/** Writes the facts of a notification as a page. */
export function notificationPageOf(fact: NotificationFacts): string {
  const { title, envelope, resource, alternatives = [], forms = [], answer = [], docs } = fact
  const tables = [resource, ...alternatives].flatMap((rows, index) => tableOf(
    index ? `resource-${index + 1}` : 'resource', rows.map(row => [row]), forms[index]?.name ?? `形式 ${index + 1}`))
  return [
    ...headOf(title, 'post'), ...tableOf('request', envelope.map(row => [row])), ...tables,
    ...tableOf('response', answer.map(row => [row])), referencesOf(docs), '',
  ].join('\n')
}

/** A row, with a description if it carries a fact. */
type Row = [fact: Fact, description?: string]

/** The terms in the front matter, as JSON, which is YAML. */
function termsOf({ roles, rate, counterpart }: OperationFacts): string[] {
  const terms = { roles: roles?.map(role => roleNames[role]), rate, counterpart }
  return Object.entries(terms).flatMap(([name, value]) => value ? `${name}: ${JSON.stringify(value)}` : [])
}

function errorsOf({ errors = [] }: OperationFacts): string[] {
  const rows = errors.map(([status, code]) => `| ${status} | ${code} | 说明`)
  return errors.length ? ['| 状态码 | 错误码 | 含义', '| --- | --- | ---', ...rows, ''] : []
}

function headOf(title: string, anchor: string, terms: string[] = []): string[] {
  return ['---', `title: ${JSON.stringify(title)}`, ...terms, '---', '', `# {{ $frontmatter.title }} {#${anchor}}`, '']
}

function referencesOf(docs: string[]): string {
  return `参阅 ${docs.map((url, index) => `[${index ? index + 1 : '官方文档'}](${url})`).join(' ')}`
}

function responseOf({ response = [], returns, status }: OperationFacts): Row[] {
  if (returns === 'binary') return [[['body', 'string', 1, 0], '文件内容']]
  if (status === 202) return [[['status', 'integer', 1, 0], '状态码 `202`']]
  return response.map(row => [row])
}

/** Writes an example if the URL is not fixed or a multipart body has no rows: tables cannot express either. */
function exampleOf({ verb, path, base_uri: baseUri, accepts, request = [] }: OperationFacts): string[] {
  if (path === null) {
    const query = request.filter(([,, required, indent]) => required && indent).map(([name]) => `${name}=1`)
    return ['```http', `${verb} {download_url}?${query.join('&')}`, '```', '']
  }
  if (!accepts || request.some(([name]) => name === 'body')) return []
  return [
    '```http', `${verb} ${baseUri?.replace(/\/$/, '')}${path}`, 'Content-Type: multipart/form-data; boundary=x', '',
    '--x', 'Content-Disposition: form-data; name="file"; filename="image.png"', '', '< ./image.png', '--x--', '```', '',
  ]
}

function tableOf(id: string, rows: Row[], caption = '名称'): string[] {
  if (!rows.length) return []
  const lines = rows.map(row => rowOf(...row))
  return [`| ${caption} | 类型 {.type} | 描述 {.desc}`, '| --- | --- | ---', ...lines, '', `{.im-table #${id}}`, '']
}

function rowOf([name, type, required, indent, flags = {}]: Fact, description = '说明'): string {
  const attributes = [
    required ? 'data-required' : flags.when && `data-required="${flags.when}"`,
    indent && `data-indent=${indent}`,
    flags.encrypted && `data-encrypted=${flags.encrypted === 'rsa' ? 'by-rsa-pubkey' : 'by-aes-gcm'}`,
    flags.encoded && 'data-encoded=by-json_encode',
  ].filter(Boolean)
  const values = flags.enum?.map(value => `\`${value}\``).join('、')
  const cell = attributes.length ? `${name} {${attributes.join(' ')}}` : name
  const { min = '', max = '', pattern = '' } = flags
  const limits = min !== '' ? `(${min},${max})` : max !== '' ? `(${max})` : ''
  const set = setNames.get(pattern)
  const typeCell = type.replace(/^string/, `string${limits}`) + (set ? ` {data-chars=${set}}` : '')
  return `| ${cell} | ${typeCell} | ${values ? `枚举值：${values}` : description}`
}

/** Compiles all facts. */
export function catalogOfFacts(): Catalog {
  const pages = [
    ...facts.map(fact => compilePage(pageOf(fact), `openapi/${fact.page}.md`)),
    ...notifications.map(fact => compilePage(notificationPageOf(fact), `webhook/v3/${fact.event}.md`)),
  ]
  return {
    operations: pages.flatMap(({ operations }) => operations.map(({ operation }) => operation))
      .filter(({ path }) => path.startsWith('/')),
    notifications: pages.flatMap(({ notification }) => notification ?? []),
  }
}
