import { describe, expect, test } from 'vitest'
import { httpPage, problemsOf } from '../support/pages.ts'

const rows = [
  '| id {data-required} | string | 编号',
  '| query | object | 查询串',
  '| limit {data-indent=1} | integer | 条数',
  '| open {data-indent=1} | boolean | 是否开放',
  '| json | object | 请求体',
  '| state {data-required data-indent=1} | string | 枚举值：`A`、`B`',
  '| count {data-indent=1} | integer | 个数。枚举值：`3`、`6`',
  '| goods {data-indent=1} | object[] | 商品',
  '| name {data-required data-indent=2} | string | 名称',
  '| tags {data-indent=1} | string[] | 标记。枚举值：`X`、`Y`',
]
const check = (query: string, ...body: string[]) => (
  problemsOf(httpPage(rows, ['@id = 1', `POST /v3/x/{id}${query}`, ...body].join('\n')))
)
const before = 19 // lines of the page above the request line

test('accepts an example that matches its table', () => {
  expect(check('?limit=20&open=true', '', '{"state": "A", "count": 3, "goods": [{"name": "x"}], "tags": ["X", "Y"]}')).toEqual([])
})

test('accepts a missing optional body', () => {
  expect(check('')).toEqual([])
})

describe('an example that does not match its table', () => {
  test.each([
    ['?limit=many', [], 1, 'the value of “query/limit” is not of type integer, correct the value or the type in the table'],
    ['?open=1', [], 1, 'the value of “query/open” is not of type boolean'],
    ['?page=1', [], 1, '“page” has no row in the request table, add a row, or remove it from the example'],
    ['', ['X-Trace: 1'], 2, '“X-Trace” has no row in the request table'],
    ['', ['', '{}'], 3, 'the example is missing the required “state”, add it, or remove data-required from its row'],
    ['', ['', '{', '  "state": "C"', '}'], 4, '“C” is not a declared value of “json/state”, use one of A, B'],
    ['', ['', '{"state": "A", "count": 4}'], 3, '“4” is not a declared value of “json/count”, use one of 3, 6'],
    ['', ['', '{"state": "A", "count": "3"}'], 3, 'the value of “json/count” is not of type integer'],
    ['', ['', '{"state": "A",', '"goods": [', '{}]}'], 5, 'the example is missing the required “name”'],
    ['', ['', '{"state": "A",', '"tags": ["X",', '"Z"]}'], 5, '“Z” is not a declared value of “json/tags”, use one of X, Y'],
    ['', ['', '{"state": "A", "toString": 1}'], 3, '“toString” has no row in the request table'],
    ['', ['', '[]'], 3, 'the value of “json” is not of type object'],
    ['', ['', 'null'], 3, 'the value of “json” is not of type object'],
  ])('is reported: %j %j', (query, body, line, message) => {
    expect(check(query, ...body)).toEqual([expect.stringContaining(`page.md:${before + line}: ${message}`)])
  })

  test('is reported if its body is missing or unexpected', () => {
    expect(problemsOf(httpPage(['| json {data-required} | object | x'], 'POST /v3/x'))[0]).toContain('the example has no body')
    expect(problemsOf(httpPage([], 'POST /v3/x\n\n{}'))[0]).toContain('the example has a body that no row declares')
  })
})
