import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'

const page = (options: string) => `# 页面 {#post}

| 请求参数 | 类型 | 描述
| --- | --- | ---
| id {data-required} | string | 编号
| query | object | 查询串
| limit {data-indent=1} | integer | 条数
| json | object | 请求体
| time {data-required data-indent=1} | integer | 时间
| goods {data-indent=1} | object[] | 商品
| name {data-required data-indent=2} | string | 名称。枚举值：\`甲\`

{.im-table #request}

::: code-group

\`\`\`php [同步纯链式]
$response = $instance->v3->x->_id_->post(${options});
\`\`\`

:::
`
const exampleOf = (options: string) => {
  const { operations: [found], problems } = compilePage(page(options), 'a.md')
  return { example: found!.operation.example, problems }
}

test('replaces values that only a run can determine by samples', () => {
  expect(exampleOf('[\'id\' => $id, \'json\' => [\'time\' => time(), \'goods\' => [[\'name\' => $name], [\'name\' => \'甲\']]]]')).toEqual({
    example: { path: { id: '20260312094500000001' }, json: { time: 1773279900, goods: [{ name: '甲' }, { name: '甲' }] } },
    problems: [],
  })
})

test('replaces whole groups', () => {
  expect(exampleOf('[\'id\' => \'1\', \'query\' => $query, \'json\' => $json]').example).toEqual({
    path: { id: '1' }, query: { limit: 20 }, json: { time: 1773279900, goods: [{ name: '甲' }] },
  })
})

test('replaces all options', () => {
  expect(exampleOf('$options')).toEqual({
    example: {
      path: { id: '20260312094500000001' }, query: { limit: 20 }, json: { time: 1773279900, goods: [{ name: '甲' }] },
    },
    problems: [],
  })
})

test('replaces empty texts by samples, in lists too', () => {
  expect(exampleOf('[\'id\' => \'\', \'query\' => [\'limit\' => \'\'], \'json\' => [\'time\' => \'\', \'goods\' => [[\'name\' => \'\']]]]')).toEqual({
    example: {
      path: { id: '20260312094500000001' }, query: { limit: 20 }, json: { time: 1773279900, goods: [{ name: '甲' }] },
    },
    problems: [],
  })
})
