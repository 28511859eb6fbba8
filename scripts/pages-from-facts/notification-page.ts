import type { Describe } from './describe.ts'
import type { FactRow, NotificationFact } from './facts.ts'
import { toFrontMatter, toReferences } from './front-matter.ts'
import type { Place } from './operation-page.ts'
import { toTable, type TableKind, type TableRow } from './table.ts'

const sent: TableKind = { header: '通知参数', id: 'request', parent: 'envelope', parentBelow: 'notification' }
const answered: TableKind = { header: '应答字典', id: 'response', parent: 'response' }

/** Writes the page of a notification. */
export function toNotificationPage(
  fact: NotificationFact,
  { product, order }: Place,
  describe: Describe,
): string {
  const { event, title, envelope, resource, alternatives = [], forms = [], answer = [], docs } = fact
  const rows = [resource, ...alternatives].flatMap((form, index): TableRow[] => [
    `\`ciphertext\` 解密后的数据${forms[index] ? `：${forms[index].name}` : ''}`,
    ...form.map(indented),
  ])
  return [
    toFrontMatter({ title, description: event, product: product.name, order }),
    '# {{ $frontmatter.title }} {#post}\n\n{{ $frontmatter.description }}\n\n',
    toTable([...envelope, ...rows], sent, describe),
    toProgram(event),
    answer.length ? `\n${toTable(answer, answered, describe)}` : '',
    toReferences(docs),
    `\n产品：[${product.name}](/product/${product.slug})。\n`,
  ].join('')
}

/** Rows of the resource are written below the row of that name. */
function indented([name, type, required, indent, flags = {}]: FactRow): FactRow {
  return [name, type, required, indent + 2, flags]
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
