import { refusal } from '../../replies/error-codes.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import { pick } from '../kit/params.ts'

/** A settlement account as it is stored. */
export type Settlement = {
  sub_mchid: string
  account_type: 'ACCOUNT_TYPE_BUSINESS' | 'ACCOUNT_TYPE_PRIVATE'
  account_bank: string
  bank_name?: string
  bank_branch_id?: string
  account_number: string
  verify_result: 'VERIFY_SUCCESS'
}

/** The settlement account of an approved sub-merchant. */
export const settlement: RecordType<Settlement> = {
  name: 'settlement',
  label: '结算账户',
  key: ['sub_mchid'],
  state: 'verify_result',
  missing: ['NO_AUTH', '特约商户不存在，或不是当前服务商的特约商户'],
  used: ['INVALID_REQUEST', '结算账户已存在'],
}

/** A bank account as an application names it. */
interface BankAccount extends Partial<Settlement> {
  account_bank: string
}

/** Opens the settlement account of a sub-merchant whose application is finished. */
export const openSettlement = (
  sub_mchid: string, account_type: Settlement['account_type'], account: BankAccount, world: World,
) => world.save(settlement, {
  sub_mchid,
  account_type,
  ...pick(account, 'bank_name', 'bank_branch_id'),
  account_bank: account.account_bank,
  account_number: account.account_number ?? '',
  verify_result: 'VERIFY_SUCCESS',
})

/** @throws Refusal if the sandbox is strict and has not approved a sub-merchant of that number */
export async function settlementOf(
  { sub_mchid }: Pick<Settlement, 'sub_mchid'>, world: World,
): Promise<Settlement | undefined> {
  const data = await world.find(settlement, sub_mchid)
  if (!data && world.strict) throw refusal(settlement.missing)
  return data
}
