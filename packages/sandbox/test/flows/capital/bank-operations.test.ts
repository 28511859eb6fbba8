import { expect, test } from 'vitest'
import { published } from '../../support/documented.ts'
import { openFlow } from '../../support/flow.ts'

const api = openFlow({ catalog: published })
const prefix = '/v3/capital/capitallhh/banks'

const bankOf = async (number: string) => {
  const account_number = await api.encrypt(number)
  return api.get(`${prefix}/search-banks-by-bank-account`, { query: { account_number } })
}

test.each([
  ['6214830000001234', '招商银行', 1001],
  ['6216610000000001234', '中国银行', 1026],
])('finds the bank of card %s', async (number, account_bank, account_bank_code) => {
  const data = [{ account_bank, account_bank_code, need_bank_branch: false }]
  expect((await bankOf(number)).body).toMatchObject({ total_count: 1, data })
})

test('finds nothing for a card that it does not know', async () => {
  expect((await bankOf('6230580000001234567')).body).toEqual({ total_count: 0, data: [] })
})

test('refuses a credit card', async () => {
  expect(await bankOf('6225768888888888')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

interface Page {
  total_count: number
  count: number
  data: { bank_alias: string }[]
  links: { next: string, prev: string, self: string }
}
const list = async (path: string, query: object) => (await api.get(path, { query })).body as unknown as Page

test('lists banks of companies page by page', async () => {
  const path = `${prefix}/corporate-banking`
  const first = await list(path, { offset: 0, limit: 3 })
  expect(first).toMatchObject({ total_count: 4, count: 3, links: { prev: '', next: `${path}?offset=3&limit=3` } })
  const last = await list(path, { offset: 3, limit: 3 })
  expect(last).toMatchObject({ count: 1, offset: 3, links: { next: '', prev: `${path}?offset=0&limit=3` } })
  expect([...first.data, ...last.data].map(({ bank_alias }) => bank_alias))
    .toEqual(['招商银行', '中国银行', '浙江网商银行', '招商永隆银行'])
})

test('lists banks of persons from the first one without an offset', async () => {
  const { total_count, data, links } = await list(`${prefix}/personal-banking`, { limit: 200 })
  expect([total_count, data.length, links.self]).toEqual([3, 3, `${prefix}/personal-banking?limit=200&offset=0`])
})

test('requires a limit above zero', async () => {
  for (const query of [{}, { limit: 0 }]) {
    expect(await api.get(`${prefix}/personal-banking`, { query })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
  }
})

const branchesIn = (bank_alias_code: string, city_code: number) =>
  api.get(`${prefix}/{bank_alias_code}/branches`, { bank_alias_code, query: { city_code, limit: 100 } })

test('lists the branches of a bank in a city', async () => {
  expect((await branchesIn('1000009501', 571)).body).toEqual({
    total_count: 1, count: 1, offset: 0,
    data: [{ bank_branch_name: '浙江网商银行股份有限公司', bank_branch_id: '323331000001' }],
    links: { next: '', prev: '', self: `${prefix}/1000009501/branches?city_code=571&limit=100&offset=0` },
    account_bank: '其他银行', account_bank_code: 1099, bank_alias: '浙江网商银行', bank_alias_code: '1000009501',
  })
})

test.each<[string, string, number]>([
  ['another city', '1000009501', 755],
  ['a bank that needs no branch', '1000009561', 571],
  ['an unknown bank', '1000000000', 571],
])('refuses to list branches of %s', async (_, bank, city) => {
  expect(await branchesIn(bank, city)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})
