import { compilePage } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { selectPrograms, selectTabs } from '../src/select-tabs.ts'
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
