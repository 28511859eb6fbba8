import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { readTable } from '../../src/page/table.ts'

const read = (...rows: string[]) => readTable(createMarkdown().parse(
  ['| 请求参数 | 类型 {.type} | 描述 {.desc}', '| --- | --- | ---', ...rows].join('\n'), {}), 0)

test('a row has a name, a type, a description, and the attributes of all three cells', () => {
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

test('separator rows say nothing of fields, but are counted', () => {
  const rows = read('| a | string | x', '| 以下选填 {colspan=3 .im-table-line}', '| b | string | y')
  expect(rows.map(({ name, line, part }) => [name, line, part])).toEqual([['a', 3, 0], ['b', 5, 1]])
})

test('missing cells are empty, and so is a missing description', () => {
  expect(read('| a | string |', '| b')).toMatchObject([
    { name: 'a', type: 'string', description: '' },
    { name: 'b', type: '', description: '' },
  ])
})

test('escaped pipes belong to the description', () => {
  expect(read('| a | string | `x\\|y` 或 z')[0]?.description).toBe('`x|y` 或 z')
})
