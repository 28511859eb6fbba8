import { compilePage, type SdkLanguage } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { selectPrograms, selectSdkPrograms, selectTabs } from '../src/select-tabs.ts'
import { fixture } from './support/pages.ts'

const { operations } = compilePage(fixture('orders'), 'orders.md')
const labels = (language: string, style?: string) => selectTabs('orders.md', operations, language, style)
  .map(({ line, label }) => `${line} ${label}`)

describe('selectTabs', () => {
  it('takes all tabs of a language, with the line of their operation', () => {
    expect(labels('typescript')).toHaveLength(12)
    expect(labels('typescript').slice(0, 2)).toEqual(['7 异步纯链式', '7 异步声明式'])
  })

  it('takes one style, by its label or position', () => {
    expect(labels('php', '同步属性式')).toEqual(['7 同步属性式', '32 同步属性式'])
    expect(labels('php', '6')).toEqual(labels('php', '同步属性式'))
    expect(labels('php', '7')).toEqual([])
  })

  it('leaves out operations without a fixed path', () => {
    const page = compilePage('# 下载 {#get}\n\n```http\nGET {download_url}\n```\n', 'a.md')
    expect(page.operations).toHaveLength(1)
    expect(selectTabs('a.md', page.operations, 'typescript')).toEqual([])
  })
})

describe('selectPrograms', () => {
  it('takes the programs of a language, without a style only', () => {
    const { programs } = compilePage('# 支付\n\n```ts run\nawait 1\n```\n\n```php run\necho 1;\n```\n', 'a.md')
    expect(selectPrograms('a.md', programs, 'typescript')).toMatchObject([{ code: 'await 1', line: 4, firstLine: 4, samples: {} }])
    expect(selectPrograms('a.md', programs, 'php')).toMatchObject([{ code: 'echo 1;', line: 8, firstLine: 8, samples: {} }])
    expect(selectPrograms('a.md', programs, 'typescript', '1')).toEqual([])
  })
})

describe('selectSdkPrograms', () => {
  const language: SdkLanguage = {
    id: 'go', label: 'Go', grammar: 'go', request: ({ path }) => path, notification: ({ event }) => event,
  }
  const select = (source: string, file: string) => {
    const { operations, notification, programs, lines, lineOf } = compilePage(source, file)
    const page = { file, operations, ...notification && { notification }, programs, lines, lineOf }
    return selectSdkPrograms(page, language)
  }

  it('takes the operations with a fixed path', () => {
    expect(select(fixture('orders'), 'orders.md').map(({ line, label, code }) => `${line} ${label} ${code}`)).toEqual([
      '7 Go /v3/orders', '32 Go /v3/orders/{out_trade_no}',
    ])
    expect(select('# 下载 {#get}\n\n```http\nGET {download_url}\n```\n', 'a.md')).toEqual([])
  })

  it('takes the notification, with the line of the first decrypted field', () => {
    const rows = ['| headers | object | x', '| body | object | x', '| id {data-indent=1} | string | x']
    const source = ['# 付款 {#post}', '', '| a | 类型 | b', '| --- | --- | ---', ...rows, '', '{.im-table #request}', '',
      '| a | 类型 | b', '| --- | --- | ---', '| out_trade_no | string | x', '', '{.im-table #resource}'].join('\n')
    expect(select(source, 'webhook/v3/PAID.md')).toEqual([
      { file: 'webhook/v3/PAID.md', line: 13, label: 'Go', code: 'PAID', samples: {}, event: 'PAID' },
    ])
  })
})
