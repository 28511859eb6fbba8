import type { Describe } from './describe.ts'
import { toExample } from './example.ts'
import type { FactRow, OperationFact } from '../facts/facts.ts'
import { toFrontMatter, toReferences } from './front-matter.ts'
import type { Product } from './products.ts'
import { toTable, type TableKind } from './table.ts'
import { toTerms } from './terms.ts'

/** Where a page is in the menu. */
export interface Place {
  product: Product
  order: number
}

/** Writes the page of a path: all its operations, in the order given. */
export function toOperationPage(
  facts: OperationFact[],
  { product, order }: Place,
  describe: Describe,
): string {
  const [first] = facts
  const head = toFrontMatter({
    title: first!.title,
    description: `${facts.map(({ verb }) => verb).join('、')} ${first!.path ?? '{download_url}'}`,
    product: product.name,
    order,
    ...toTerms(facts),
  })
  const sections = facts.map((fact, index) => toSection(fact, index === 0, describe))
  return `${head}${sections.join('\n')}\n产品：[${product.name}](/product/${product.slug})。\n`
}

function toSection(fact: OperationFact, isFirst: boolean, describe: Describe): string {
  const verb = fact.verb.toLowerCase()
  const suffix = isFirst ? '' : `-${verb}`
  const heading = isFirst
    ? `# {{ $frontmatter.title }} {#${verb}}\n\n{{ $frontmatter.description }}\n`
    : `## ${fact.title} {#${verb}}\n`
  const sent: TableKind = { header: '请求参数', id: `request${suffix}`, parent: 'request' }
  const returned: TableKind = { header: '返回字典', id: `response${suffix}`, parent: 'response' }
  const request = toTable(fact.request, sent, describeRequest)
  const response = toTable(responseOf(fact), returned, describeResponse)
  const example = toExample(`---\ntitle: draft\n---\n# draft {#${verb}}\n\n${request}`, fact)
  return [heading, request, example, response + toErrors(fact) + toReferences(fact.docs)].join('\n')

  function describeRequest(name: string, parent: string): string {
    return name === 'base_uri' && fact.base_uri ? `接入点 \`${fact.base_uri}\`` : describe(name, parent)
  }
  function describeResponse(name: string, parent: string): string {
    return fact.returns && name === 'status' ? `状态码 \`${fact.status}\`` : describe(name, parent)
  }
}

/** A response that is not JSON is a table of the response's parts. */
function responseOf({ returns, status, response }: OperationFact): FactRow[] {
  if (returns === 'binary') return [['body', 'string', 1, 0]]
  if (returns === 'empty' && status) return [['status', 'integer', 1, 0]]
  return response
}

function toErrors({ errors = [], verb }: OperationFact): string {
  if (!errors.length) return ''
  const rows = errors.map(([status, code]) => `| ${status} | ${code} | ${code}\n`).join('')
  return `\n## 错误码 {#errors-${verb.toLowerCase()}}\n\n| 状态码 | 错误码 | 含义\n| --- | --- | ---\n${rows}`
}
