import { describe, expect, it } from 'vitest'
import { createMarkdownRenderer } from 'vitepress'
import { sectionsOf } from '../../search/sections.ts'

const md = await createMarkdownRenderer('docs')

const sections = (relativePath: string, ...lines: string[]) =>
  sectionsOf(lines.join('\n'), { path: `docs/${relativePath}`, relativePath, cleanUrls: false }, md)

const head = ['---', 'title: 撤销订单', 'product: 智慧零售', 'description: 不再需要时撤销。', '---', '']

describe('sectionsOf', () => {
  it('indexes URL, top-level fields, error codes and nested words of an operation', () => {
    expect(sections('openapi/v3/orders/{id}/cancel.md', ...head,
      '# {{ $frontmatter.title }} {#post}', '',
      '| 请求 | 类型 {.type} | 描述 {.desc}', '| --- | --- | ---',
      '| id {data-required} | string | 单号',
      '| json | object | 请求体',
      '| amount {data-indent=1} | object | 金额',
      '| currency {data-indent=2} | string | 币种。枚举值：`CNY`', '', '{.im-table #request}', '',
      '```http', '@id = 1', '', 'POST /v3/orders/{id}/cancel', '', '{"amount": {"currency": "CNY"}}', '```', '',
      '| 状态码 | 错误码 | 含义', '| --- | --- | ---', '| 400 | ORDER_CLOSED | 已关闭', '| 403 | `NO_AUTH` | 没有权限',
    )).toEqual([{
      anchor: '',
      titles: ['智慧零售', '撤销订单'],
      identifiers: ['POST', '/v3/orders/{id}/cancel', ' v3 orders {id} cancel'],
      names: ['id', 'amount', '不再需要时撤销。', 'ORDER_CLOSED', 'NO_AUTH'],
      others: ['currency', 'CNY'],
    }])
  })

  it('links to the heading of each further operation of a page', () => {
    const operation = (verb: string, title: string) => [
      `# ${title} {#${verb.toLowerCase()}}`, '', '```http', `${verb} /v3/orders`, '```', '',
    ]
    expect(sections('openapi/v3/orders.md', ...operation('POST', '创建'), ...operation('GET', '查询'))).toMatchObject([
      { anchor: '', titles: ['创建'] }, { anchor: 'get', titles: ['查询'] },
    ])
  })

  it('indexes the event type of a notification', () => {
    expect(sections('webhook/v3/COUPON.USE.md', ...head, '# {{ $frontmatter.title }} {#post}', '',
      '| 通知 | 类型 {.type} | 描述 {.desc}', '| --- | --- | ---',
      '| headers | object | 头', '| body | object | 通知', '| event_type {data-indent=1} | string | 类型。枚举值：`COUPON.USE`',
      '| resource {data-indent=1} | object | 数据', '| ciphertext {data-indent=2 data-encrypted=by-aes-gcm} | string | 密文', '| 解密后的数据 {colspan=3 .im-table-line}',
      '| stock_id {data-indent=2} | string | 批次号', '', '{.im-table #request}',
    )).toMatchObject([{
      anchor: '', titles: ['智慧零售', '撤销订单'], identifiers: ['COUPON.USE'], names: ['stock_id', '不再需要时撤销。'],
    }])
  })

  it('indexes headings, the first paragraph below each and all inline code of other pages', () => {
    expect(sections('guide/x.md', ...head, '# {{ $frontmatter.title }}', '', '先读这句。', '',
      '## 步骤 {#steps}', '', '调用 `chain`。', '', '不必找到，只有 `postAsync`。',
    )).toEqual([
      { anchor: '', titles: ['撤销订单'], others: ['先读这句。'] },
      { anchor: 'steps', titles: ['撤销订单', '步骤'], others: ['调用 ', 'chain', '。', 'postAsync'] },
    ])
  })
})
