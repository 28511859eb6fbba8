import { describe, expect, it } from 'vitest'
import { insertMember } from '../../../theme/fields/insert-member.ts'
import { lineOf, membersOf } from '../../../theme/fields/members.ts'

const typescript = `const response = await wxpay.v3.x.postAsync({
  headers: { 'Wechatpay-Serial': 'a:b' },
  json: {
    appid: 'wx', // attach: none
    amount: {
      total: 1,
    },
    goods: [
      {
        id: 'it\\'s',
        count: 2
      },
      {
        id: '2',
      },
    ],
  },
})
console.log(await response.json())
`

const php = `$instance->v3->x->post([
  'json' => [
    'appid' => 'wx',
    'goods' => [
      [
        'id' => '1', # a note
      ],
    ],
  ],
]);
`

describe('membersOf', () => {
  it('finds the first line of each path', () => {
    const { keys } = membersOf(typescript, 'typescript')
    const lines = Array.from(keys, ([path, index]) => [path, lineOf(typescript, index)])
    expect(Object.fromEntries(lines)).toEqual({
      'headers': 2, 'headers.Wechatpay-Serial': 2, 'json': 3, 'json.appid': 4, 'json.amount': 5, 'json.amount.total': 6,
      'json.goods': 8, 'json.goods.id': 10, 'json.goods.count': 11,
    })
    expect([...membersOf(php, 'php').keys.keys()]).toEqual(['json', 'json.appid', 'json.goods', 'json.goods.id'])
  })

  it('reads code that is half written', () => {
    expect([...membersOf(`post({ json: { a: 'x`, 'typescript').keys.keys()]).toEqual(['json', 'json.a'])
    expect(membersOf(')]}', 'typescript').keys.size).toBe(0)
  })
})

describe('insertMember', () => {
  it('adds a member at the end of its object', () => {
    expect(insertMember(typescript, 'typescript', 'json.amount.currency', 'CNY'))
      .toContain(`      total: 1,\n      currency: 'CNY',\n    },`)
    expect(insertMember(php, 'php', 'json.scene_info', { payer_client_ip: '1.2.3.4', list: [1] })).toContain(
      `    ],\n    'scene_info' => [\n      'payer_client_ip' => '1.2.3.4',\n      'list' => [\n        1,\n      ],\n    ],\n  ],\n]);`,
    )
  })

  it('adds a comma to the last member if it has none, and takes the first item of a list', () => {
    expect(insertMember(typescript, 'typescript', 'json.goods.name', `a'b`))
      .toContain(`        count: 2,\n        name: 'a\\'b',\n      },\n      {\n        id: '2',`)
    expect(insertMember(php, 'php', 'json.goods.name', 'b'))
      .toContain(`'id' => '1', # a note\n        'name' => 'b',\n      ],`)
  })

  it('adds a member to an object on one line', () => {
    expect(insertMember(typescript, 'typescript', 'headers.Accept', 'x')).toContain(`  headers: { 'Wechatpay-Serial': 'a:b', Accept: 'x' },`)
    expect(insertMember('f({ json: {} })', 'typescript', 'json.a', 1)).toBe('f({ json: { a: 1 } })')
    expect(insertMember(`f(['json' => ['a' => 1]]);`, 'php', 'json.b', 'c')).toBe(`f(['json' => ['a' => 1, 'b' => 'c']]);`)
  })

  it('leaves the code alone if the member is there, or its object is missing', () => {
    expect(insertMember(typescript, 'typescript', 'json.appid', 'x')).toBeUndefined()
    expect(insertMember(typescript, 'typescript', 'json.detail.id', 'x')).toBeUndefined()
  })

  it('makes code that parses', () => {
    const body = insertMember(typescript, 'typescript', 'json.list', [{ 'a-b': null, 'c': true }])!
    const [, literal = ''] = /postAsync\(([^]*?)\)\nconsole/.exec(body)!
    expect(new Function(`return ${literal}`)().json.list).toEqual([{ 'a-b': null, 'c': true }])
  })
})
