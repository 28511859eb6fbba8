import { expect, it } from 'vitest'
import { didYouMean } from '../src/did-you-mean.ts'

it.each([
  ['jsn', ['query', 'json'], 'json'],
  ['mchID', ['serial', 'mchid'], 'mchid'],
  ['private_key', ['mchid', 'privateKey'], 'privateKey'],
  ['outOrderNo', ['out_trade_no', 'out_order_no'], 'out_order_no'],
  ['posts', ['put', 'post', 'patch'], 'post'],
  ['signl', ['signal', 'sign'], 'signal'],
])('suggests for %s of %j the nearest name %s', (name, known, nearest) => {
  expect(didYouMean(name, known)).toBe(`did you mean ${nearest}?`)
})

it.each([
  ['retries', ['limit', 'delay']], ['certificates', ['certs', 'secret']], ['v3', ['encrypt']], ['', ['a']], ['a', []],
])('suggests nothing for %j of %j', (name, known) => {
  expect(didYouMean(name, known)).toBeUndefined()
})
