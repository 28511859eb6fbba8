import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { describe, expect, test } from 'vitest'
import { readPhp } from '../../src/example/php.ts'
import type { Operation } from '../../src/model/index.ts'
import { toPhp } from '../../src/snippets/php.ts'
import { styles } from '../../src/snippets/styles.ts'
import { toTypescript } from '../../src/snippets/typescript.ts'

const operation = (json: Operation['example']['json'], path = '/v3/x'): Operation => ({
  method: 'POST', path, title: '', page: '', anchor: 'post', references: [],
  request: { path: [], query: [], headers: [] }, response: [],
  example: { path: {}, ...(json !== undefined && { json }) },
})
const value = fc.jsonValue({ maxDepth: 4 })
  .map(value => JSON.parse(JSON.stringify(value)) as Operation['example']['json'])

describe('any value', () => {
  test('survives a round trip through TypeScript', () => {
    fuzz(fc.property(value, (json) => {
      const code = toTypescript(operation(json), styles[3]!)
      const literal = /^const response = wxpay\.v3\.x\.post\(([^]*)\)\nconsole/.exec(code)?.[1]
      const options = new Function(`return ${literal}`)() as { json: unknown }
      expect(JSON.stringify(options.json)).toBe(JSON.stringify(json))
    }))
  })

  test('survives a round trip through PHP', () => {
    // PHP lists are maps with the keys 0, 1, 2, so JSON objects with such names are ambiguous.
    const names = fc.string().filter(name => !/^-?\d+$/.test(name) && name !== '__proto__')
    const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null))
    const map = fc.dictionary(names, leaf, { noNullPrototype: true })
    const tree = fc.dictionary(names, fc.oneof(leaf, fc.array(leaf), map), { noNullPrototype: true })
    fuzz(fc.property(tree, (json) => {
      expect(readPhp(toPhp(operation(json), styles[3]!)).json).toEqual(json)
    }))
  })
})

test('quotes names only if needed', () => {
  const code = toTypescript(operation({ 'appid': 1, '$id': 1, '中文': 1, 'Wechatpay-Serial': 1, '3d': 1, 'class': 1 }), styles[3]!)
  expect(code).toContain(['    appid: 1,', '    $id: 1,', '    中文: 1,', '    \'Wechatpay-Serial\': 1,', '    \'3d\': 1,', '    class: 1,'].join('\n'))
})

test('writes segments that are not identifiers in brackets', () => {
  expect(toTypescript(operation(undefined, '/v3/3d/a.b'), styles[3]!)).toContain('wxpay.v3[\'3d\'][\'a.b\'].post()')
  expect(toPhp(operation(undefined, '/v3/3d/a.b'), styles[3]!)).toContain('$instance->v3->{\'3d\'}->{\'a.b\'}->post()')
})

test('escapes quotes, backslashes and line breaks', () => {
  expect(toTypescript(operation('it\'s "a\\b"\n'), styles[3]!)).toContain(String.raw`json: 'it\'s "a\\b"\n',`)
  expect(toPhp(operation('it\'s "a\\b"'), styles[3]!)).toContain(String.raw`'json' => 'it\'s "a\\b"',`)
})

test('repeats the name of a list in a query in PHP, whose library would number its values', () => {
  const listed = { ...operation(undefined), example: { path: {}, query: { limit: 1, types: ['A', 'B'] } } }
  expect(toPhp(listed, styles[3]!)).toContain(String.raw`  'query' => \GuzzleHttp\Psr7\Query::build([
    'limit' => 1,
    'types' => [
      'A',
      'B',
    ],
  ]),
`)
})
