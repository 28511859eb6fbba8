import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import * as browser from '../../../src/crypto/platform/browser.ts'
import * as node from '../../../src/crypto/platform/node.ts'

// FIPS 180-4, and for SM3 GB/T 32905-2016, example 1: all of the message "abc".
const known: [string, string][] = [
  ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sm3', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
]

describe.each([['node', node, known], ['browser', browser, known.slice(0, 2)]] as const)('%s', (_, { createHash }, known) => {
  test.each(known)('%s of a message in pieces', (type, hex) => {
    const hash = createHash(type)
    for (const piece of ['a', '', 'bc']) hash.update(new TextEncoder().encode(piece))
    expect(hash.hex()).toBe(hex)
  })
})

test('a browser says what it cannot do', () => {
  expect(() => browser.createHash('sm3')).toThrow('hash: this platform knows SHA1 and SHA256 only')
  expect(() => browser.gunzip(new Uint8Array())).toThrow('use getAsync')
})

test('Node unpacks gzip', () => {
  expect(node.gunzip(gzipSync('abc')).toString()).toBe('abc')
})
