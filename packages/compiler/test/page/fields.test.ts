import { describe, expect, test } from 'vitest'
import type { Field } from '../../src/model/index.ts'
import { toFields } from '../../src/page/fields.ts'
import type { Row } from '../../src/page/table.ts'

const row = (name: string, type: string, attrs: Record<string, string> = {}): Row => (
  { line: 1, part: 0, name, type, description: '', enum: [], attrs }
)
const at = (indent: number | string) => ({ 'data-indent': String(indent) })

/** Names of a tree, children in brackets: `json(appid amount(total))`. */
const outline = (fields: Field[]): string => fields.map(({ name, children }) => (
  children ? `${name}(${outline(children)})` : name
)).join(' ')

function nest(...rows: Row[]) {
  const messages: string[] = []
  const numbered = rows.map((row, index) => ({ ...row, line: index + 1 }))
  const { fields } = toFields(numbered, (line, message, hint) => {
    messages.push(`${line}: ${message}, ${hint}`)
  })
  return { fields, tree: outline(fields), messages }
}

describe('nesting', () => {
  test('nests a row below the closest row with one level less', () => {
    const { tree, messages } = nest(
      row('json', 'object'), row('amount', 'object', at(1)), row('total', 'integer', at(2)), row('appid', 'string', at(1)),
      row('id', 'string'),
    )
    expect(tree).toBe('json(amount(total) appid) id')
    expect(messages).toEqual([])
  })

  test('nests rows below lists of objects and encoded strings', () => {
    const encoded = row('extra', 'string', { 'data-encoded': 'by-json_encode' })
    expect(nest(row('list', 'object[]'), row('a', 'string', at(1)), encoded, row('b', 'string', at(1))).tree).toBe('list(a) extra(b)')
  })

  test('nests rows that a separator row sets apart from a string: they are the members of its JSON', () => {
    const apart = (name: string) => ({ ...row(name, 'string', at(2)), part: 1 })
    const { fields, tree, messages } = nest(row('body', 'object'), row('meta', 'string', at(1)), apart('sha256'), apart('filename'))
    expect(messages).toEqual([])
    expect(tree).toBe('body(meta(sha256 filename))')
    expect(fields[0]?.children).toMatchObject([{ type: 'string', encoded: 'json' }])
  })

  test('names the indent as it is written, in a table whose outermost rows are indented', () => {
    const messages: string[] = []
    toFields([row('id', 'string', at(3)), row('name', 'string', at(0))], (_, message, hint) => messages.push(`${message}, ${hint}`), 3)
    expect(messages).toEqual(['no parent object for field “name” with data-indent=0, use 3, or give the row above the type object'])
  })

  test.each([
    ['a jump', [row('json', 'object'), row('a', 'string', at(2))], 'json(a)', '2: no parent object for field “a” with data-indent=2, use a number from 0 to 1'],
    ['a row below a string', [row('id', 'string'), row('a', 'string', at(1))], 'id a', '2: no parent object for field “a” with data-indent=1, use 0'],
    ['an indented first row', [row('a', 'string', at(1))], 'a', '1: no parent object for field “a” with data-indent=1, use 0'],
    ['an invalid number', [row('json', 'object'), row('a', 'string', at('-1'))], 'json(a)', '2: no parent object for field “a” with data-indent=-1'],
  ])('reports %s and moves the row to a valid level', (_, rows, tree, message) => {
    const result = nest(...rows)
    expect(result.tree).toBe(tree)
    expect(result.messages[0]).toContain(message)
    expect(result.messages).toHaveLength(1)
  })

  test('allows a name to repeat below another parent but not below the same', () => {
    const { tree, messages } = nest(
      row('a', 'object'), row('id', 'string', at(1)), row('b', 'object'), row('id', 'string', at(1)), row('id', 'string', at(1)),
    )
    expect(tree).toBe('a(id) b(id)')
    expect(messages).toEqual(['5: duplicate field “id” below the same parent, keep one of the rows'])
  })
})

describe('attributes', () => {
  test('reads encryption and encoding', () => {
    const { fields } = nest(row('a', 'string', { 'data-encrypted': 'by-rsa-pubkey', 'data-required': '' }),
      row('b', 'string', { 'data-encrypted': 'by-aes-gcm', 'data-encoded': 'by-urlencode' }))
    expect(fields).toMatchObject([{ encrypted: 'rsa', required: true }, { encrypted: 'aes-gcm', encoded: 'urlencode', required: false }])
  })

  test('reads limits, character sets and conditions', () => {
    const { fields, messages } = nest(
      row('out_trade_no', 'string(6,32)', { 'data-required': '', 'data-chars': 'alphanumeric' }),
      row('order_id', 'string', { 'data-required': '没有 out_trade_no 时' }),
    )
    expect(messages).toEqual([])
    expect(fields).toMatchObject([
      { type: 'string', minLength: 6, maxLength: 32, pattern: '^[0-9A-Za-z]+$', required: true },
      { type: 'string', required: false, when: '没有 out_trade_no 时' },
    ])
  })

  test.each([
    [row('a', 'string(32,6)'), 'unknown type “string(32,6)” of field “a”, write limits as string(127), string(6,32) or string(1,)'],
    [row('a', 'string', { 'data-chars': 'letters' }), 'unknown data-chars=letters of field “a”, use one of alphanumeric, order-number'],
    [row('a', 'strng'), 'unknown type “strng” of field “a”, use one of string, integer,'],
    [row('', 'string'), 'the row has no name'],
    [row('a', 'string', { 'data-encrypted': 'constructor' }), 'unknown data-encrypted=constructor of field “a”, use one of by-rsa-pubkey, by-aes-gcm'],
  ])('reports %o', (row, message) => {
    expect(nest(row).messages[0]).toContain(message)
  })
})
