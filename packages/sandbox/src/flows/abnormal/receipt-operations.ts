import { type Reason, refusal } from '../../replies/error-codes.ts'
import { fingerprint } from '../../state/fingerprint.ts'
import { can, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow, OtherSide } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'
import {
  act, type Instruction, instructed, paid, type Receipt, receipt, unborn, type Wanted,
} from './receipt.ts'

const path = '/v3/abnormal-fund-processing/receipts/{receipt_id}'

/** Returns an invented receipt that waits for an instruction. */
const pending = ({ receipt_id }: Pick<Wanted, 'receipt_id'>, world: World) =>
  move(receipt, unborn(receipt_id, world), 'stop')

/** Returns a receipt as responses show it, in a state of stuck money. */
function shown(data: Receipt, receipt_state: Exclude<Receipt['receipt_state'], 'NONE'>) {
  const { instruction } = data
  return { ...data, receipt_state, instruction: instruction ? { ...instruction, appid: [] } : null }
}

const stateOf = ({ receipt_state }: Receipt) => receipt_state === 'NONE' ? 'RECEIPT_STATE_PENDING' : receipt_state

const query: Action<`GET ${typeof path}`> = async (params, world) => {
  const data = await find(receipt, params, world)
    ?? unknown(world, receipt, yesterday => pending(params, yesterday))
  return data && shown(data, stateOf(data))
}

const otherInstruction: Reason = ['INVALID_REQUEST', '付款单已有指令：同一指令编号须用相同的参数']

const instruct: Action<`POST ${typeof path}/transfer-instructions`> = async (params, world) => {
  const data = await find(receipt, params, world)
  if (!data) {
    return unknown(world, receipt, yesterday =>
      shown(instructed(pending(params, yesterday), params, yesterday), 'RECEIPT_STATE_PROGRESS'))
  }
  const { instruction } = data
  if (!instruction) {
    const done = instructed(data, params, world)
    await world.save(receipt, done)
    return shown(done, stateOf(done))
  }
  const before = pick(instruction, 'out_instruction_no', 'transfer_mode', 'receiver', 'notify_url')
  const isRepeated = fingerprint({ ...before, receipt_id: data.receipt_id }) === fingerprint(params)
  if (!isRepeated) throw refusal(otherInstruction)
  return shown(data, stateOf(data))
}

type Keys = Pick<Wanted, 'receipt_id' | 'out_instruction_no'>

/** Returns an invented instruction that was carried out. */
function invent(params: Keys, world: World): Instruction | undefined {
  const wanted = { ...params, transfer_mode: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER', notify_url: '' } as const
  return paid(instructed(pending(params, world), wanted, world), world).instruction
}

const queryInstruction: Action<`GET ${typeof path}/transfer-instructions/{out_instruction_no}`> = async (params, world) => {
  const instruction = (await find(receipt, params, world))?.instruction
  if (instruction?.out_instruction_no === params.out_instruction_no) return instruction
  return unknown(world, receipt, yesterday => invent(params, yesterday)!)
}

/** WeChat Pay stops money on its way, and pays it as instructed. */
const platform: OtherSide<Receipt> = {
  record: receipt,
  begin: async (receipt_id, world) => unborn(receipt_id, world),
  next: data => can(receipt, data, 'stop') || can(receipt, data, 'pay') ? 'approve' : undefined,
  act,
}

/** Money that is stuck on its way: query, instruct whom to pay, query the instruction. */
export const flow: Flow = {
  actions: {
    [`GET ${path}`]: query,
    [`POST ${path}/transfer-instructions`]: instruct,
    [`GET ${path}/transfer-instructions/{out_instruction_no}`]: queryInstruction,
  },
  otherSide: platform,
}
