import { describe, expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { enumOf } from '../../src/page/enum.ts'

const read = (description: string) => enumOf(createMarkdown().parse(description, {})[1])

describe('declared values', () => {
  test.each([
    ['状态。枚举值：`CREATED` 已创建、`FINISHED` 已完成', ['CREATED', 'FINISHED']],
    ['枚举值： `A`；`B`', ['A', 'B']],
    ['枚举值：`A` 、`A`', ['A']],
    ['枚举值：`A`。为 `A` 时必填 `reason`', ['A']],
    ['见 `json`，枚举值：`A`', ['A']],
    ['声明请求的`JSON`数据结构', []],
    ['枚举值', []],
    ['没有枚举值。见 `json`', []],
    ['', []],
  ])('are read from “%s”', (description, values) => {
    expect(read(description)).toEqual(values)
  })
})
