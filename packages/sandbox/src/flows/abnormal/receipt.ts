import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { ledgerEntry } from '../kit/ledger.ts'
import { notify } from '../kit/notify.ts'
import { omit } from '../kit/params.ts'

/** A request to pay the stuck money. */
export type Wanted = {
  receipt_id: string
  out_instruction_no: string
  transfer_mode: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER' | 'TRANSFER_TO_ORIGINAL_RECEIVE_MERCHANT'
    | 'TRANSFER_TO_SPECIFIED_RECEIVE_MERCHANT'
  receiver?: { mchid?: string }
  notify_url: string
}

/** An instruction as it is stored. */
export type Instruction = Omit<Wanted, 'receipt_id'> & {
  commander: { operator: 'MERCHANT', mchid: string }
  instruction_state: 'INSTRUCTION_STATE_IN_PROGRESS' | 'INSTRUCTION_STATE_SUCCESS'
  create_time: string
  success_time?: string
  instruction_instance_id: string
}

/** Money that is stuck on its way, as it is stored. */
export type Receipt = {
  product_name: 'C2C'
  receipt_id: string
  transfer_amount: { total: number, currency: 'CNY' }
  /** `NONE` before the money is stuck. */
  receipt_state: 'NONE' | 'RECEIPT_STATE_PENDING' | 'RECEIPT_STATE_PROGRESS' | 'RECEIPT_STATE_COMPLETED'
  create_time: string
  last_update_time: string
  instruction?: Instruction
}

/** Money that is stuck on its way, and its states. */
export const receipt: Machine<'stop' | 'instruct' | 'pay', Receipt> = {
  name: 'abnormal-receipt',
  label: '在途异常资金',
  key: ['receipt_id'],
  state: 'receipt_state',
  transitions: {
    stop: { from: ['NONE'], to: 'RECEIPT_STATE_PENDING' },
    instruct: { from: ['RECEIPT_STATE_PENDING'], to: 'RECEIPT_STATE_PROGRESS' },
    pay: { from: ['RECEIPT_STATE_PROGRESS'], to: 'RECEIPT_STATE_COMPLETED' },
  },
  missing: ['RESOURCE_NOT_EXISTS', '在途异常资金付款单不存在'],
  used: ['INVALID_REQUEST', '在途异常资金付款单已存在'],
}

/** Makes a receipt of money that is not stuck yet. */
export const unborn = (receipt_id: string, { time }: Pick<World, 'time'>, total = 1380): Receipt => ({
  product_name: 'C2C', receipt_id, transfer_amount: { total, currency: 'CNY' }, receipt_state: 'NONE',
  create_time: time, last_update_time: time,
})

/**
 * Returns the receipt with an instruction.
 *
 * @throws Refusal if it has another one, or the instruction lacks its merchant
 */
export function instructed(data: Receipt, wanted: Wanted, world: World): Receipt {
  if (wanted.transfer_mode !== 'TRANSFER_TO_ORIGINAL_RECEIVE_USER' && !wanted.receiver?.mchid) {
    throw refusal(['INVALID_REQUEST', '付给商户时，收款方的商户号（receiver.mchid）必填'])
  }
  const instruction: Instruction = {
    ...omit(wanted, 'receipt_id'),
    commander: { operator: 'MERCHANT', mchid: world.mchid },
    instruction_state: 'INSTRUCTION_STATE_IN_PROGRESS',
    create_time: world.time,
    instruction_instance_id: world.number('0100', 28, `${data.receipt_id}/${wanted.out_instruction_no}`),
  }
  return { ...move(receipt, data, 'instruct'), last_update_time: world.time, instruction }
}

/** The platform stops the money on its way, or pays it as instructed and notifies the merchant. */
export async function act(data: Receipt, world: World): Promise<Receipt> {
  if (can(receipt, data, 'stop')) {
    const stopped = move(receipt, data, 'stop')
    await world.save(receipt, stopped)
    return stopped
  }
  const done = paid(data, world)
  await world.save(receipt, done)
  await credit(done, world)
  const { receipt_state, instruction } = done
  if (receipt_state === 'NONE' || !instruction) return done
  notify(world, 'ABNORMAL_FUND_PROCESSING.TRANSFER.SUCCESS', {
    summary: '异常转付处理结果',
    original_type: 'abnormal_fund_processing',
    notify_url: instruction.notify_url,
    resource: {
      ...done, receipt_state,
      instruction: { ...omit(instruction, 'receiver', 'notify_url', 'instruction_state', 'create_time'), success_time: world.time },
    },
  })
  return done
}

/** Returns a receipt after the payment. */
export function paid(data: Receipt, { time }: Pick<World, 'time'>): Receipt {
  const { instruction } = data
  return {
    ...move(receipt, data, 'pay'),
    last_update_time: time,
    ...instruction && {
      instruction: { ...instruction, instruction_state: 'INSTRUCTION_STATE_SUCCESS', success_time: time },
    },
  }
}

/** Books the money on the account of the merchant that receives it. */
async function credit({ receipt_id, transfer_amount, instruction }: Receipt, world: World) {
  const owner = instruction?.receiver?.mchid
  if (!instruction || owner === undefined) return
  await world.save(ledgerEntry, {
    owner, account: 'BASIC', time: world.time, business: '异常资金付款', amount: transfer_amount.total,
    belongsTo: receipt_id, id: instruction.instruction_instance_id, number: instruction.out_instruction_no,
  })
}
