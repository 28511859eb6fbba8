import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { Encrypted, serialOfEncrypted } from '../../src/crypto/encrypted.ts'

const name = new Encrypted('PUB_KEY_ID_1', 'Y2lwaGVy')
const other = new Encrypted('5157F09EFDC096DE15EBE81A47057A7200000000', 'b3RoZXI=')

it('is written as its ciphertext', () => {
  expect(JSON.stringify({ name, list: [name] })).toBe('{"name":"Y2lwaGVy","list":["Y2lwaGVy"]}')
  expect(`${name}`).toBe('Y2lwaGVy')
  expect(inspect(name)).toBe('Encrypted { serial: \'PUB_KEY_ID_1\' }')
})

it('is found at any depth', () => {
  expect(serialOfEncrypted({ a: 1, b: [undefined, null, 'text', new Uint8Array(3), new Date(0)] })).toBeUndefined()
  expect(serialOfEncrypted({ json: { a: [{ b: name }] }, query: { c: name } })).toBe('PUB_KEY_ID_1')
})

it('is found in everything that JSON.stringify writes', () => {
  class Contact { contact_name = name }
  class Hidden {
    #name = name
    toJSON() { return { name: this.#name } }
  }
  const bare: Record<string, unknown> = Object.assign(Object.create(null), { name })
  for (const json of [new Contact(), new Hidden(), bare, [{ toJSON: 'text', name }]]) {
    expect(JSON.stringify(json)).toContain('Y2lwaGVy')
    expect(serialOfEncrypted({ json })).toBe('PUB_KEY_ID_1')
  }
})

it('is found in a circular object', () => {
  const json: Record<string, unknown> = { name }
  json.self = json
  expect(serialOfEncrypted({ json })).toBe('PUB_KEY_ID_1')
})

it('is refused with two keys in one request', () => {
  expect(() => serialOfEncrypted({ a: name, b: other }))
    .toThrow(`json: has texts encrypted with PUB_KEY_ID_1 and ${other.serial}; use one key for a request`)
})
