import type { World } from '../../state/world.ts'
import { movementsOf } from '../bill/movements.ts'
import { complaint } from '../complaint/complaint.ts'
import { balanceIn } from '../fund/balance.ts'
import { type Account, accounts } from '../kit/ledger.ts'

/** The accounts as these operations name them. */
export const accountNames = {
  BASIC: 'BASIC_ACCOUNT', OPERATION: 'OPERATE_ACCOUNT', FEES: 'TRADE_FEE_ACCOUNT', DEPOSIT: 'MARGIN_ACCOUNT',
} as const satisfies Record<Account, string>

/** Returns the opened accounts of a sub-merchant: the basic one, and those whose money moved. */
export async function accountsOf(owner: string, world: World) {
  const opened: (ReturnType<typeof balanceIn> & { account: Account, isUsed: boolean })[] = []
  for (const account of accounts) {
    const movements = await movementsOf({ owner, account }, world)
    const isUsed = movements.length > 0
    if (isUsed || account === 'BASIC') opened.push({ account, isUsed, ...balanceIn(movements, world) })
  }
  return opened
}

/** Returns the accounts and their balances as a response shows them. */
export const balancesOf = async (sub_mchid: string, world: World) =>
  (await accountsOf(sub_mchid, world)).map(({ account, available_amount }) =>
    ({ out_account_type: accountNames[account], amount: available_amount }))

/** Whether a sub-merchant has money that it can withdraw. */
export const hasMoney = async (sub_mchid: string, world: World) =>
  (await accountsOf(sub_mchid, world)).some(({ available_amount }) => available_amount > 0)

/** Whether money is left in an account that was used; in a lenient sandbox, unused accounts hold money too. */
export const hasMoneyLeft = async (sub_mchid: string, world: World) =>
  (await accountsOf(sub_mchid, world)).some(({ isUsed, available_amount }) => isUsed && available_amount > 0)

/** Returns why a sub-merchant cannot be cancelled now. */
export async function blocksOf(sub_mchid: string, world: World) {
  const isPending = (await accountsOf(sub_mchid, world)).some(({ pending_amount }) => pending_amount > 0)
  const isComplained = (await world.list(complaint))
    .some(data => data.complainted_mchid === sub_mchid && data.complaint_state !== 'PROCESSED')
  return [
    ...isComplained ? [{ type: 'CONSUMER_COMPLAINT_UNPROCESSED', description: '消费者投诉未处理' } as const] : [],
    ...isPending ? [{ type: 'FUNDS_PENDING_PROCESSING', description: '有资金没有解冻或分账' } as const] : [],
  ]
}
