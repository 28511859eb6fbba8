import type { Source, Terms } from '@wxpay-live/compiler/model'
import { expect, test } from 'vitest'
import { compareTerms } from '../../facts/compare-terms.ts'

const sources = new Set<Source>(['go', 'official'])
const right: Terms = {
  roles: ['直连商户', '服务商'], rate: '150/s', counterpart: '/v3/b', verified: { date: '2026-11-28', by: ['official', 'go'] },
}
const differencesOf = (terms: Terms) => compareTerms(
  terms, { roles: ['direct', 'partner'], rate: '150/s', counterpart: '/v3/b' }, sources,
).map(({ name, message }) => `${name}: ${message}`)

test('accepts terms that agree', () => {
  expect(differencesOf(right)).toEqual([])
})

test('names each term that differs or is missing', () => {
  expect(differencesOf({ ...right, roles: ['服务商'], rate: '1000/min' })).toEqual([
    'roles: 服务商, the facts say 直连商户、服务商', 'rate: 1000/min, the facts say 150/s',
  ])
  expect(differencesOf({})).toEqual([
    'roles: nothing, the facts say 直连商户、服务商', 'rate: nothing, the facts say 150/s',
    'counterpart: nothing, the facts say /v3/b', 'verified: nothing, the facts say go, official',
  ])
})

test('names terms that no fact has', () => {
  const verified = { date: '2026-11-28', by: [] }
  const terms = { ...right, counterpart: '', verified }
  expect(compareTerms(terms, {}, new Set()).map(({ message }) => message)).toEqual([
    '直连商户、服务商, the facts say nothing', '150/s, the facts say nothing',
  ])
  expect(compareTerms({}, {}, new Set())).toEqual([
    { name: 'verified', message: 'nothing, the facts say by no source' },
  ])
})
