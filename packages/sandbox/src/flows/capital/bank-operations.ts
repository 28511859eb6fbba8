import { type Reason, refusal } from '../../replies/error-codes.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { linkedPage } from '../kit/page.ts'
import { omit } from '../kit/params.ts'
import { type Bank, bankOfCard, branches, corporateBanks, personalBanks } from './banks.ts'

const prefix = '/v3/capital/capitallhh/banks'
const personal = `${prefix}/personal-banking`
const corporate = `${prefix}/corporate-banking`

const creditCard: Reason = ['INVALID_REQUEST', '银行卡非储蓄卡']
const noBranch: { missing: Reason } = { missing: ['NOT_FOUND', '查询结果为空'] }

const search: Action<`GET ${typeof prefix}/search-banks-by-bank-account`> = async ({ account_number }) => {
  const { bank, kind } = bankOfCard(account_number)
  if (kind === 'credit') throw refusal(creditCard)
  const data = bank ? [bank] : []
  return { total_count: data.length, data }
}

type Wanted = { offset?: number, limit: number }

/** Returns a page of a list with the number of its items. */
function counted<Item>(path: string, wanted: Wanted, all: Item[]) {
  const found = omit(linkedPage(path, wanted, all), 'limit')
  return { ...found, count: found.data.length }
}

const list = (path: string, all: Bank[]) => async (wanted: Wanted) => counted(path, wanted, all)

const listBranches: Action<`GET ${typeof prefix}/{bank_alias_code}/branches`> = async (params, world) => {
  const { bank_alias_code, city_code } = params
  const bank = corporateBanks.find(bank => bank.bank_alias_code === bank_alias_code)
  const found = branches.filter(branch => branch.city_code === city_code)
    .filter(branch => branch.bank_alias_code === bank_alias_code)
  if (!bank || !found.length) return unknown(world, noBranch)
  const shown = found.map(branch => omit(branch, 'bank_alias_code', 'city_code'))
  const path = `${prefix}/${bank_alias_code}/branches`
  return { ...counted(path, omit(params, 'bank_alias_code'), shown), ...omit(bank, 'need_bank_branch') }
}

/** Banks and their branches: search by card, lists for persons and for companies. */
export const flow: Flow = {
  actions: {
    [`GET ${prefix}/search-banks-by-bank-account`]: search,
    [`GET ${personal}`]: list(personal, personalBanks),
    [`GET ${corporate}`]: list(corporate, corporateBanks),
    [`GET ${prefix}/{bank_alias_code}/branches`]: listBranches,
  },
}
