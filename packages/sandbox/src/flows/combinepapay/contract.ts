import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import { notify } from '../kit/notify.ts'
import { pick } from '../kit/params.ts'

/** A request to sign a contract. */
export type Wanted = {
  appid: string
  plan_id: number
  out_contract_code: string
  contract_display_account: string
  notify_url: string
  return_app?: boolean
  attach?: string
}

/** Who terminated a contract: the user, or the merchant by its request. */
type Terminator = 'USER_TERMINATE' | 'MCH_API_TERMINATE'

/** A contract as it is stored. */
export type Contract = Wanted & {
  mchid: string
  contract_state: 'UNSIGNED' | 'SIGNED' | 'TERMINATED'
  /** When the user can no longer sign, in milliseconds since the epoch. */
  session_end: number
  contract_id?: string
  openid?: string
  contract_signed_time?: string
  contract_expired_time?: string
  contract_terminate_info?: {
    contract_termination_mode: Terminator
    contract_terminated_time: string
    contract_termination_remark: string
  }
  /** Whether the user terminates it when the other side acts next. */
  terminates?: boolean
}

/** A contract that a user signed. */
export type Signed = Contract
  & Required<Pick<Contract, 'contract_id' | 'openid' | 'contract_signed_time' | 'contract_expired_time'>>

/** A contract and its states. Until the user signs, the API does not show it. */
export const contract: Machine<'sign' | 'terminate', Contract> = {
  name: 'combine-papay-contract',
  label: '合单代扣协议',
  key: ['out_contract_code'],
  aliases: ['contract_id'],
  within: ['plan_id'],
  state: 'contract_state',
  transitions: {
    sign: { from: ['UNSIGNED'], to: 'SIGNED' },
    terminate: { from: ['SIGNED', 'TERMINATED'], to: 'TERMINATED' },
  },
  missing: ['CONTRACT_NOT_EXIST', '签约协议不存在，请检查传入的签约协议是否正确'],
  used: ['INVALID_REQUEST', '商户签约协议号重复：签约之后不能再用'],
}

/** Milliseconds for which the user can sign: 2 hours, official page 4012881608 of 2024-11. */
export const sessionLife = 2 * 3_600_000

/** Milliseconds until a contract expires; no source states how many. */
const contractLife = 10 * 365 * 24 * 3_600_000

/** Whether the user has signed the contract. */
export const isSigned = (data: Contract): data is Signed => data.contract_state !== 'UNSIGNED'

/** @throws Refusal if the contract allows no deductions */
export function requireEffective({ contract_state }: Contract) {
  if (contract_state !== 'SIGNED') throw refusal(contract.missing)
}

/** Returns the contract after the user signed it. */
export const signed = (data: Contract, { number, time }: World): Signed => ({
  ...move(contract, data, 'sign'),
  contract_id: number('', 18, `contract ${data.out_contract_code}`),
  openid: number('oUpF8', 28, data.appid),
  contract_signed_time: time,
  contract_expired_time: beijingTime(Date.parse(time) + contractLife),
})

/** Makes the contract of a request, which the user has not signed. */
export const unsigned = (params: Wanted, { mchid, now }: World): Contract =>
  ({ ...params, mchid, contract_state: 'UNSIGNED', session_end: now + sessionLife })

/** Returns an invented contract that is in effect. */
export const inventedContract = (params: Partial<Wanted>, world: World): Signed => signed(unsigned({
  appid: 'wxd678efh567hg6787', plan_id: 0, out_contract_code: '', contract_display_account: '张三', notify_url: '', ...params,
}, world), world)

/** Signs the contract in the user's name; the platform is notified. */
export async function sign(data: Contract, world: World): Promise<Contract> {
  const done = signed(data, world)
  await world.save(contract, done)
  const { notify_url, contract_expired_time } = done
  notify(world, 'ECOMMERCE_ENTRUST.SIGN', {
    summary: '签约成功', original_type: 'contract', notify_url,
    resource: { ...noticeOf(done), operate_time: world.time, contract_expired_time },
  })
  return done
}

/** Terminates the contract, and notifies the platform once. */
export async function terminate(
  data: Signed, by: Terminator, remark: string, world: World,
): Promise<Contract> {
  if (data.contract_state === 'TERMINATED') return data
  const contract_terminate_info = {
    contract_termination_mode: by, contract_terminated_time: world.time, contract_termination_remark: remark,
  }
  const done = { ...move(contract, data, 'terminate'), contract_terminate_info }
  await world.save(contract, done)
  notify(world, 'ECOMMERCE_ENTRUST.TERMINATE', {
    summary: '解约成功', original_type: 'contract', notify_url: data.notify_url,
    resource: { ...noticeOf(data), operate_time: world.time, contract_termination_mode: by },
  })
  return done
}

const noticeOf = (data: Signed) => ({
  ...pick(data, 'mchid', 'appid', 'plan_id', 'out_contract_code', 'attach'), openid: data.openid,
})
