import { existsSync, readFileSync } from 'node:fs'
import type { FieldType } from '../../src/index.ts'

/** One row of a table of facts. */
export type Fact = [name: string, type: FieldType, required: 0 | 1, indent: number, flags?: {
  encrypted?: 'rsa' | 'aes-gcm'
  encoded?: 'json'
  enum?: string[]
}]

/** What is known of one operation. */
export interface OperationFacts {
  page: string
  verb: string
  path: string | null
  chain: string | null
  title: string
  request?: Fact[]
  response?: Fact[]
  docs?: string[]
}

const file = new URL('../../../../../shared/facts/apiv3.ndjson', import.meta.url)

/** The facts of the API; none where the folder of facts is not beside the repository. */
export const facts: OperationFacts[] = existsSync(file)
  ? readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line) as OperationFacts)
  : []

/** A page in the dialect of this reference that says the same as the facts; it has no example. */
export function pageOf({ title, verb, request = [], response = [], docs = [] }: OperationFacts): string {
  return [
    '---', `title: ${JSON.stringify(title)}`, '---', '',
    `# {{ $frontmatter.title }} {#${verb.toLowerCase()}}`, '',
    ...tableOf('request', request),
    ...tableOf('response', response),
    `参阅 ${docs.map((url, index) => `[${index ? index + 1 : '官方文档'}](${url})`).join(' ')}`, '',
  ].join('\n')
}

function tableOf(id: string, rows: Fact[]): string[] {
  if (!rows.length) return []
  return ['| 名称 | 类型 {.type} | 描述 {.desc}', '| --- | --- | ---', ...rows.map(rowOf), '', `{.im-table #${id}}`, '']
}

function rowOf([name, type, required, indent, flags = {}]: Fact): string {
  const attributes = [
    required && 'data-required',
    indent && `data-indent=${indent}`,
    flags.encrypted && `data-encrypted=${flags.encrypted === 'rsa' ? 'by-rsa-pubkey' : 'by-aes-gcm'}`,
    flags.encoded && 'data-encoded=by-json_encode',
  ].filter(Boolean)
  const values = flags.enum?.map(value => `\`${value}\``).join('、')
  const cell = attributes.length ? `${name} {${attributes.join(' ')}}` : name
  return `| ${cell} | ${type} | ${values ? `枚举值：${values}` : '说明'}`
}
