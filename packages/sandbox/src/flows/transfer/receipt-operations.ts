import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { bytesOf, type Offer, offer, serveDownload } from '../kit/downloads.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { pick, text } from '../kit/params.ts'
import { writePdf } from '../kit/pdf.ts'
import { findTransfer, transfer } from './transfer.ts'

/** The receipt of a transfer and its states. */
const receipt: Machine<'finish'> = {
  name: 'electronic-receipt',
  label: '电子回单',
  key: ['out_bill_no'],
  aliases: ['transfer_bill_no'],
  state: 'state',
  transitions: { finish: { from: ['GENERATING'], to: 'FINISHED' } },
  missing: ['NOT_FOUND', '电子回单不存在，请先申请'],
  used: ['ALREADY_EXISTS', '电子回单已申请'],
}

const apply: Action = async (params, world) => {
  const known = await find(receipt, params, world)
  if (known) return known
  const paid = await findTransfer(params, world)
  if (!paid) return unknown(world, transfer, yesterday => generating({}, yesterday))
  if (paid.state !== 'SUCCESS') throw refusal(['INVALID_REQUEST', '转账成功后才能申请电子回单'])
  const data = generating(pick(paid, 'out_bill_no', 'transfer_bill_no', 'sub_mchid'), world)
  await world.save(receipt, data)
  return data
}

const generating = (data: JsonObject, { time }: World): JsonObject =>
  ({ ...data, state: 'GENERATING', create_time: time, update_time: time })

/** Replies with the receipt, whose file is finished by the first query; also for an invented one. */
const query: Action = async (params, world) => {
  const data = await find(receipt, params, world)
    ?? unknown(world, receipt, yesterday => generating(pick(params, 'out_bill_no', 'transfer_bill_no'), yesterday))!
  return can(receipt, data, 'finish') ? finish(data, world) : data
}

async function finish(data: JsonObject, world: World): Promise<JsonObject> {
  const pdf = bytesOf(writePdf(`Receipt ${text(data, 'out_bill_no')} ${text(data, 'transfer_bill_no')}`))
  const options: Offer = { path: '/v3/transferdownload/signfile', hash: 'SHA-256', type: 'application/pdf' }
  const done = { ...move(receipt, data, 'finish'), ...await offer(pdf, world, options), update_time: world.time }
  await world.save(receipt, done)
  return done
}

/** Leaves out the hash, which is SM3 for partners: we cannot compute it. */
const queryOfPartner: Action = async (params, world) =>
  ({ ...await query(params, world), hash_type: null, hash_value: null })

const prefix = '/v3/fund-app/mch-transfer'

/** Electronic receipts of transfers: apply, query; the file is a PDF. */
export const flow: Flow = {
  records: [receipt],
  actions: {
    [`POST ${prefix}/elecsign/out-bill-no`]: apply,
    [`GET ${prefix}/elecsign/out-bill-no/{out_bill_no}`]: query,
    [`POST ${prefix}/elecsign/transfer-bill-no`]: apply,
    [`GET ${prefix}/elecsign/transfer-bill-no/{transfer_bill_no}`]: query,
    [`POST ${prefix}/partner/electronic-receipts`]: apply,
    [`GET ${prefix}/partner/electronic-receipts/{out_bill_no}`]: queryOfPartner,
  },
  responders: {
    'GET /v3/transferdownload/signfile': serveDownload(() => writePdf('Receipt'), 'application/pdf'),
    'GET /v3/transferdownload/elecvoucherfile': serveDownload(() => writePdf('Voucher'), 'application/pdf'),
  },
}
