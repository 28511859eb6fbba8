import { readFileSync } from 'node:fs'

/** The text of a stored page. */
export function fixture(name: 'orders' | 'faulty'): string {
  return readFileSync(new URL(`../fixtures/${name}.md`, import.meta.url), 'utf8')
}

/** A page with one operation whose JSON body is `body`. */
export function nativePage(path: string, body: object): string {
  return `# 下单 {#post}

| 请求参数 | 类型 | 描述
| --- | --- | ---
| json | object | 请求体
| out_trade_no {data-indent=1} | string | 商户订单号
| amount {data-indent=1} | object | 金额
| total {data-indent=2} | integer | 总金额

{.im-table #request}

\`\`\`http
POST ${path}

${JSON.stringify(body)}
\`\`\`
`
}
