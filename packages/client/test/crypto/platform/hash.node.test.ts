import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as browser from '../../../src/crypto/platform/browser.ts'
import * as node from '../../../src/crypto/platform/node.ts'

// FIPS 180-4, and for SM3 GB/T 32905-2016, example 1: all of the message "abc".
const known: [string, string][] = [
  ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sm3', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
]

describe.each([['node', node, known], ['browser', browser, known.slice(0, 2)]] as const)('%s', (_, { createHash }, known) => {
  it.each(known)('computes the %s of a message in chunks', (type, hex) => {
    const hash = createHash(type)
    for (const piece of ['a', '', 'bc']) hash.update(new TextEncoder().encode(piece))
    expect(hash.hex()).toBe(hex)
  })
})

it('reports what a browser cannot do', () => {
  expect(() => browser.createHash('sm3')).toThrow('hash: expected SHA1 or SHA256')
  expect(() => browser.gunzip(new Uint8Array())).toThrow('use getAsync')
})

it('unpacks gzip in Node', () => {
  expect(node.gunzip(gzipSync('abc')).toString()).toBe('abc')
})
