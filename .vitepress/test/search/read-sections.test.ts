import { describe, expect, it } from 'vitest'
import { toStaticTree } from '../../page/static-html.ts'
import { readSections, type SearchedPage } from '../../search/read-sections.ts'

const page: SearchedPage = {
  title: '撤销订单', product: '智慧零售', description: '不再需要时撤销。', subjects: [], examples: [],
}
const cancel = { anchor: 'post', title: '撤销订单', method: 'POST', path: '/v3/orders/{id}/cancel' }

const sections = (html: string, about: Partial<SearchedPage> = {}) =>
  readSections(toStaticTree(html, { frontmatter: {}, addressOf: () => undefined }), { ...page, ...about })

const table = (id: string, rows: string) =>
  `<table class="im-table" id="${id}"><thead><tr><th>参数<th>类型<th>描述</thead><tbody>${rows}</tbody></table>`

describe('readSections', () => {
  it('reads the rows of an operation: fields of the request first, without types and tips', () => {
    const html = '<h1 id="post">撤销订单 <a class="header-anchor" href="#post">#</a></h1>'
      + '<div class="operation-badge">POST</div><p>先查询。</p>'
      + table('request', '<tr><td>json<td>object<td>请求体<tr id="request.amount"><td data-indent="1">amount<td>'
      + '<button>object</button><span role="tooltip">提示</span><td>金额 <code>CNY</code>'
      + '<tr><td data-indent="2">total<td>integer<td>总金额')
    + '<h2 id="answer">返回</h2>' + table('response', '<tr><td>state<td>string<td>状态') + '<p>上一步：下单</p>'
    expect(sections(html, { subjects: [cancel] })).toEqual([{
      anchor: '', titles: ['智慧零售', '撤销订单'], method: 'POST', path: '/v3/orders/{id}/cancel',
      rows: [
        { anchor: '', name: '', text: '不再需要时撤销。', isMain: true },
        { anchor: '', name: '', text: '先查询。' },
        { anchor: '', name: 'json', text: '请求体', isMain: true },
        { anchor: 'request.amount', name: 'amount', text: '金额 CNY', isMain: true },
        { anchor: '', name: 'total', text: '总金额' },
        { anchor: 'answer', name: 'state', text: '状态' },
      ],
    }])
  })

  it('reads error codes after their status, but not those of every operation', () => {
    const rows = (code: string) => `<tbody><tr><td>400<td><code>${code}</code><td>已关闭</tbody>`
    const [section] = sections(
      `<h1 id="post">撤销订单</h1><h2 id="errors">错误码</h2><table>${rows('ORDER_CLOSED')}</table><table data-common>${rows('SIGN_ERROR')}</table>`,
      { subjects: [cancel], description: undefined },
    )
    expect(section?.rows).toEqual([{ anchor: 'errors', name: 'ORDER_CLOSED', text: '400 已关闭', isMain: true }])
  })

  it('begins a section at each further operation', () => {
    const query = { ...cancel, anchor: 'get', title: '查询订单', method: 'GET' }
    expect(sections('<h1 id="post">撤销订单</h1><h2 id="get">查询订单</h2>', { subjects: [cancel, query] }))
      .toMatchObject([{ anchor: '', method: 'POST' }, { anchor: 'get', titles: ['智慧零售', '查询订单'], method: 'GET' }])
  })

  it('reads the whole of other pages, by heading: text, code, tables of codes and examples', () => {
    const html = '<h1 id="x">签名</h1><p>先读这句。</p><x-example index="0"></x-example>'
      + '<h2 id="steps">步骤</h2><ul><li>调用 <code>chain</code></li></ul><div><span class="lang">sh</span>'
      + '<pre><code>npm ci\n\nnpm test</code></pre></div>'
      + '<table><tbody><tr><td>工商银行<td><code>ICBC_DEBIT</code><td><code>ICBC_CREDIT</code></tbody></table>'
    const found = sections(html, { title: '签名', product: undefined, description: undefined, examples: ['TypeScript\nsign()'] })
    expect(found).toMatchObject([{ anchor: '', titles: ['签名'] }, { anchor: 'steps', titles: ['签名', '步骤'] }])
    expect(found.map(({ rows }) => rows.map(({ name, text }) => [name, text].filter(Boolean).join(': ')))).toEqual([
      ['先读这句。', 'TypeScript', 'sign()'], ['调用 chain', 'npm ci', 'npm test', 'ICBC_DEBIT ICBC_CREDIT: 工商银行'],
    ])
  })
})
