import type { World } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { linkedPage } from '../kit/page.ts'
import { bankTransfer } from './bank-transfer.ts'
import { recharge } from './recharge.ts'

type Wanted = { sub_mchid?: string, account_type: 'BASIC' | 'OPERATION' | 'FEES', date: string, offset?: number, limit: number }

/** Returns a day's money from banks on an account of the merchant, or of one sub-merchant. */
async function recordsOf({ sub_mchid, account_type, date }: Wanted, world: World) {
  const recharges = sub_mchid === undefined ? await world.list(bankTransfer) : await world.list(recharge)
  return recharges
    .filter(data => data.account_type === account_type && data.success_time?.startsWith(date))
    .filter(data => sub_mchid === undefined || ('sub_mchid' in data && data.sub_mchid === sub_mchid))
    .flatMap(({ bank_transfer_info: info, recharge_id, recharge_amount: { amount }, success_time = '' }) => info
      ? [{
          account_type, income_record_type: 'OFFLINERECHARGE' as const, income_record_id: recharge_id, amount, success_time,
          bank_name: info.bank_name, bank_account_name: info.bank_account_name,
          bank_account_number: `****${info.bank_card_tail}`, recharge_remark: info.memo,
        }]
      : [])
}

const own = '/v3/merchantfund/merchant/income-records'
const ofSubMerchant = '/v3/merchantfund/partner/income-records'

/** Here `limit` is the number of records that were found: official pages of income records. */
const counted = <Found extends { data: unknown[] }>(found: Found) => ({ ...found, limit: found.data.length })

const list: Action<`GET ${typeof own}`> = async (params, world) => {
  const all = await recordsOf(params, world)
  // A lenient sandbox shows the sample record of the page.
  if (!all.length && !world.strict) return undefined
  return counted(linkedPage(own, params, all.map(record => ({ ...record, mchid: world.mchid }))))
}

const listOfSubMerchant: Action<`GET ${typeof ofSubMerchant}`> = async (params, world) => {
  const { sub_mchid } = params
  const all = await recordsOf(params, world)
  if (!all.length && !world.strict) return undefined
  return counted(linkedPage(ofSubMerchant, params, all.map(record => ({ ...record, sub_mchid }))))
}

/** Money that banks brought: to the merchant, to one sub-merchant. */
export const flow: Flow = {
  actions: { [`GET ${own}`]: list, [`GET ${ofSubMerchant}`]: listOfSubMerchant },
}
