import { expect, it } from 'vitest'
import { indexOf, withTitle } from '../../page/markdown-copy.ts'

it('fills the title in and leaves the front matter out', () => {
  const source = '---\ntitle: 下单\n---\n\n# {{ $frontmatter.title }} {#post}\n\n{{ $frontmatter.description }}\n'
  expect(withTitle(source, { title: '下单' })).toBe('# 下单 {#post}\n\n\n')
})

it('lists the guide, then each product, with addresses and descriptions', () => {
  expect(indexOf([
    { page: 'openapi/v3/{id}', frontmatter: { title: '查询', product: '退款' } },
    { page: 'guide/index', frontmatter: { title: '怎样读', description: '一页' } },
    { page: 'none', frontmatter: {} },
  ], 'https://a.test/')).toBe([
    '# wxpay-live', '', '> 能运行的微信支付 APIv3 文档', '',
    '## 指南', '', '- [怎样读](https://a.test/guide/index.md): 一页', '',
    '## 退款', '', '- [查询](https://a.test/openapi/v3/%7Bid%7D.md)', '',
  ].join('\n'))
})
