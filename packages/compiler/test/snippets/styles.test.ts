import { describe, expect, test } from 'vitest'
import type { Operation } from '../../src/index.ts'
import { toPhp } from '../../src/snippets/php.ts'
import { styles, type Style } from '../../src/snippets/styles.ts'
import { toTypescript } from '../../src/snippets/typescript.ts'

const path = '/v3/merchant-service/complaints-v2/{complaint_id}'
const operation: Operation = {
  method: 'GET', path, title: '查询投诉', page: '', anchor: 'get', references: [],
  request: { path: [], query: [], headers: [] },
  response: [],
  example: { path: { complaint_id: '200' }, query: { limit: 10 }, headers: { 'Wechatpay-Serial': 'A1' } },
}

describe('a style', () => {
  test.each([0, 3])('has one step per property (%i)', (index) => {
    expect(styles[index]?.steps(path)).toEqual(['v3', 'merchantService', 'complaintsV2', '_complaint_id_'].map(name => (
      { kind: 'property', name }
    )))
  })

  test.each([1, 4])('has one chain() step (%i)', (index) => {
    expect(styles[index]?.steps(path)).toEqual([{ kind: 'chain', path: path.slice(1) }])
  })

  test.each([2, 5])('has one index step (%i)', (index) => {
    expect(styles[index]?.steps(path)).toEqual([{ kind: 'index', path: path.slice(1) }])
  })
})

test('writes path variables first, then query and headers', () => {
  expect(toTypescript(operation, styles[4]!)).toBe(`const response = wxpay.chain('v3/merchant-service/complaints-v2/{complaint_id}').get({
  complaint_id: '200',
  query: {
    limit: 10,
  },
  headers: {
    'Wechatpay-Serial': 'A1',
  },
})
console.log(response.status)`)
})

test('writes a new style that mixes the steps of the others, in every language', () => {
  const mixed: Style = {
    label: '混合式',
    sync: true,
    steps: () => [{ kind: 'property', name: 'v3' }, { kind: 'chain', path: 'merchant-service' }, { kind: 'index', path: 'x' }],
  }
  const bare = { ...operation, example: { path: {} } }
  expect(toTypescript(bare, mixed)).toBe('const response = wxpay.v3.chain(\'merchant-service\')[\'x\'].get()\nconsole.log(response.status)')
  expect(toPhp(bare, mixed)).toBe('$response = $instance->v3->chain(\'merchant-service\')[\'x\']->get();\nprint_r($response->getStatusCode());')
})
