import type { Scenario } from '../../scenarios/scenarios.ts'
import { can } from '../../state/machine.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { unknown } from '../kit/find.ts'
import type { Flow, OtherSide } from '../kit/flow.ts'
import { bill, findBill, finish, isConfirmable, paid, pay, settle } from './bill.ts'
import type { Bill, Wanted } from './compensation.ts'
import { type Kind, prefix } from './kinds.ts'
import type { Receiver } from './receiver.ts'
import { accepted, requireComplete } from './request.ts'
import { toEither, toMerchant, toMerchantById, toPaidMerchant, toShopper, toUser, type View } from './views.ts'

/** Returns the action that requests a bill; the money moves when the platform pays. */
const request = <Shown>(kind: Kind, view: View<Shown>) =>
  async (params: Wanted, world: World, scenario?: Scenario) => {
    requireComplete(kind, params)
    const make = () => accepted(kind, params, world, scenario)
    const { data } = await world.create(bill, { ...params, kind }, make)
    return view(data)
  }

type Keys = Partial<Pick<Bill, 'out_bill_no' | 'bill_id' | 'sub_mchid' | 'sponsor_mchid' | 'business_type'>>

/** Returns the action that queries a bill. */
const query = <Shown>(kind: Kind, view: View<Shown>) => async (params: Keys, world: World) => {
  const data = await findBill(kind, params, world)
    ?? unknown(world, bill, yesterday => paid(invent(kind, params, yesterday), 'pay', yesterday))
  return data && view(data)
}

/** Returns an invented bill that is not paid yet. */
function invent(kind: Kind, params: Keys, world: World): Bill {
  const out_bill_no = params.out_bill_no ?? world.number('B', 24, params.bill_id ?? '')
  const wanted = { amount: 100, transfer_remark: '商品破损', receiver: invented, ...params, out_bill_no }
  return { ...accepted(kind, wanted, world), ...params }
}

const invented: Receiver = {
  mch_info: { mchid: '1900000110' }, transaction_info: { transaction_id: '4200002030202603128312768319' },
}

/** The platform pays or finishes a cancellation; the user confirms. */
const payers: OtherSide<Bill> = {
  record: bill,
  next(data, world): Advance | undefined {
    if (can(bill, data, 'pay')) return 'pay'
    if (can(bill, data, 'finish')) return 'refund'
    return isConfirmable(data, world) ? 'confirm' : undefined
  },
  act(data, world) {
    if (can(bill, data, 'finish')) return finish(data, world)
    return can(bill, data, 'pay') ? pay(data, world) : settle(data, 'confirm', world)
  },
}

const compensate = `${prefix}/compensate-bills` as const
const claim = `${prefix}/insurance-claim-bills` as const
const afterSales = `${prefix}/deposit-after-sales-compensation-bills` as const
const ofDeposit = `${prefix}/transfer-bills` as const
const shipping = `${prefix}/deposit-shipping-cost-compensation-bills` as const
const premium = `${prefix}/deposit-insurance-premiums-compensation-bills` as const
const merchantPaid = `${prefix}/sub-mch-compensation-bills` as const
const byNumber = 'out-bill-no/{out_bill_no}'
const byId = 'bill-id/{bill_id}'

/** Compensations of every kind: request, query. */
export const flow: Flow = {
  actions: {
    [`POST ${compensate}`]: request('compensate-bills', toUser),
    [`GET ${compensate}/${byNumber}`]: query('compensate-bills', toUser),
    [`GET ${compensate}/${byId}`]: query('compensate-bills', toUser),
    [`POST ${claim}`]: request('insurance-claim-bills', toEither),
    [`GET ${claim}/${byNumber}`]: query('insurance-claim-bills', toEither),
    [`GET ${claim}/${byId}`]: query('insurance-claim-bills', toEither),
    [`POST ${afterSales}`]: request('deposit-after-sales-compensation-bills', toEither),
    [`GET ${afterSales}/${byNumber}`]: query('deposit-after-sales-compensation-bills', toEither),
    [`GET ${afterSales}/${byId}`]: query('deposit-after-sales-compensation-bills', toEither),
    [`POST ${ofDeposit}`]: request('transfer-bills', toMerchantById),
    [`GET ${ofDeposit}/${byNumber}`]: query('transfer-bills', toMerchantById),
    [`GET ${ofDeposit}/${byId}`]: query('transfer-bills', toMerchantById),
    [`POST ${shipping}`]: request('deposit-shipping-cost-compensation-bills', toShopper),
    [`GET ${shipping}/${byNumber}`]: query('deposit-shipping-cost-compensation-bills', toShopper),
    [`POST ${premium}`]: request('deposit-insurance-premiums-compensation-bills', toMerchant),
    [`GET ${premium}/{out_bill_no}`]: query('deposit-insurance-premiums-compensation-bills', toMerchant),
    [`POST ${merchantPaid}`]: request('sub-mch-compensation-bills', toPaidMerchant),
    [`GET ${merchantPaid}/{out_bill_no}`]: query('sub-mch-compensation-bills', toPaidMerchant),
  },
  otherSide: payers,
}
