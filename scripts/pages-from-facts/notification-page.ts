import type { Describe } from './describe.ts'
import type { NotificationFact } from '../facts/facts.ts'
import { toFrontMatter, toReferences } from './front-matter.ts'
import type { Place } from './operation-page.ts'
import { toTable, type TableKind } from './table.ts'

const sent: TableKind = { header: '通知参数', id: 'request', parent: 'envelope' }
const answered: TableKind = { header: '应答字典', id: 'response', parent: 'response' }

/** Writes the page of a notification. */
export function toNotificationPage(
  fact: NotificationFact,
  { product, order }: Place,
  describe: Describe,
): string {
  const { event, title, envelope, resource, alternatives = [], forms = [], answer = [], docs } = fact
  const tables = [resource, ...alternatives].map((rows, index) => toTable(rows, {
    header: forms[index]?.name ?? '解密后的数据', id: index ? `resource-${index + 1}` : 'resource', parent: 'notification',
  }, describe))
  return [
    toFrontMatter({ title, description: event, product: product.name, order }),
    '# {{ $frontmatter.title }} {#post}\n\n{{ $frontmatter.description }}\n\n',
    [toTable(envelope, sent, describe), ...tables].join('\n'),
    toProgram(event),
    answer.length ? `\n${toTable(answer, answered, describe)}` : '',
    toReferences(docs),
    `\n产品：[${product.name}](/product/${product.slug})。\n`,
  ].join('')
}

/** A program that has the sandbox send the notification, and reads it. */
function toProgram(event: string): string {
  return `
## 收一次试试 {#program}

\`\`\`ts run
const sandbox = 'http://127.0.0.1:8787/_sandbox'
await fetch(\`\${sandbox}/notify\`, { method: 'POST', body: JSON.stringify({ event_type: '${event}' }) })
const sent = (await (await fetch(\`\${sandbox}/notifications\`)).json()).at(-1)
const event = await wxpay.webhook.parse({ headers: sent.headers, body: sent.body })
console.log(event.event_type, event.resource)
\`\`\`
`
}
