import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { readTable } from '../../src/page/table.ts'

const read = (...rows: string[]) => readTable(createMarkdown().parse(
  ['| 请求参数 | 类型 {.type} | 描述 {.desc}', '| --- | --- | ---', ...rows].join('\n'), {}), 0)

test('reads name, type, description, and the attributes of all cells', () => {
  expect(read('| appid {data-required data-indent=1}| string {data-tooltip="a b"} | 公众账号 `ID` {data-x=1}')).toEqual([{
    line: 3,
    part: 0,
    name: 'appid',
    type: 'string',
    description: '公众账号 `ID`',
    enum: [],
    attrs: { 'data-required': '', 'data-indent': '1', 'data-tooltip': 'a b', 'data-x': '1' },
  }])
})

test('counts separator rows', () => {
  const rows = read('| a | string | x', '| 以下选填 {colspan=3 .im-table-line}', '| b | string | y')
  expect(rows.map(({ name, line, part }) => [name, line, part])).toEqual([['a', 3, 0], ['b', 5, 1]])
})

test('reads missing cells as empty', () => {
  expect(read('| a | string |', '| b')).toMatchObject([
    { name: 'a', type: 'string', description: '' },
    { name: 'b', type: '', description: '' },
  ])
})

test('keeps escaped pipes in the description', () => {
  expect(read('| a | string | `x\\|y` 或 z')[0]?.description).toBe('`x|y` 或 z')
})

test('keeps the text of links in the description', () => {
  expect(read('| a | string | 银行的[编码](/guide/bank-type)，例如 `A`')[0]?.description).toBe('银行的编码，例如 `A`')
})
