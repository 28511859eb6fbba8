import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { digestHex } from '../../values/hex.ts'
import { bytesOf, offer, serveDownload } from '../kit/downloads.ts'
import { find, unknown } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'
import { omit, pick } from '../kit/params.ts'
import { writePdf } from '../kit/pdf.ts'
import { findTransfer, transfer } from './transfer.ts'

/** The members of a request that name a transfer, and of its receipt. */
type Keys = { out_bill_no?: string, transfer_bill_no?: string, sub_mchid?: string }

/** A receipt as it is stored. */
type Receipt = Keys & {
  state: 'GENERATING' | 'FINISHED'
  create_time: string
  update_time: string
  hash_type?: 'SHA256'
  hash_value?: string
  download_url?: string
}

/** The receipt of a transfer and its states. */
const receipt: Machine<'finish', Receipt> = {
  name: 'electronic-receipt',
  label: '电子回单',
  key: ['out_bill_no'],
  aliases: ['transfer_bill_no'],
  state: 'state',
  transitions: { finish: { from: ['GENERATING'], to: 'FINISHED' } },
  missing: ['NOT_FOUND', '电子回单不存在，请先申请'],
  used: ['ALREADY_EXISTS', '电子回单已申请'],
}

const apply = async (params: Keys, world: World) => {
  const known = await find(receipt, params, world)
  if (known) return known
  const paid = await findTransfer(params, world)
  if (!paid) return unknown(world, transfer, yesterday => generating({}, yesterday))
  if (paid.state !== 'SUCCESS') throw refusal(['INVALID_REQUEST', '转账成功后才能申请电子回单'])
  const data = generating(pick(paid, 'out_bill_no', 'transfer_bill_no', 'sub_mchid'), world)
  await world.save(receipt, data)
  return data
}

const generating = (keys: Keys, { time }: World): Receipt =>
  ({ ...keys, state: 'GENERATING', create_time: time, update_time: time })

/** Replies with the receipt, whose file is finished by the first query; also for an invented one. */
const query = async (params: Keys, world: World): Promise<Receipt> => {
  const data = await find(receipt, params, world)
    ?? unknown(world, receipt, yesterday => generating(pick(params, 'out_bill_no', 'transfer_bill_no'), yesterday))!
  return can(receipt, data, 'finish') ? finish(data, world) : data
}

async function finish(data: Receipt, world: World): Promise<Receipt> {
  const pdf = bytesOf(writePdf(`Receipt ${data.out_bill_no ?? ''} ${data.transfer_bill_no ?? ''}`))
  const hash_value = await digestHex('SHA-256', pdf)
  const { download_url } = await offer(pdf, world, { path: '/v3/transferdownload/signfile', type: 'application/pdf' })
  const done: Receipt = {
    ...move(receipt, data, 'finish'), hash_type: 'SHA256', hash_value, download_url, update_time: world.time,
  }
  await world.save(receipt, done)
  return done
}

/** Leaves out the hash, which is SM3 for partners: we cannot compute it. */
const ofPartner = (reply: typeof apply) => async (params: Keys, world: World) => {
  const data = await reply(params, world)
  return data && omit(data, 'hash_type', 'hash_value')
}

const prefix = '/v3/fund-app/mch-transfer'

/** Electronic receipts of transfers: apply, query; the file is a PDF. */
export const flow: Flow = {
  records: [receipt],
  actions: {
    [`POST ${prefix}/elecsign/out-bill-no`]: apply,
    [`GET ${prefix}/elecsign/out-bill-no/{out_bill_no}`]: query,
    [`POST ${prefix}/elecsign/transfer-bill-no`]: apply,
    [`GET ${prefix}/elecsign/transfer-bill-no/{transfer_bill_no}`]: query,
    [`POST ${prefix}/partner/electronic-receipts`]: ofPartner(apply),
    [`GET ${prefix}/partner/electronic-receipts/{out_bill_no}`]: ofPartner(query),
  },
  responders: {
    'GET /v3/transferdownload/signfile': serveDownload(() => writePdf('Receipt'), 'application/pdf'),
    'GET /v3/transferdownload/elecvoucherfile': serveDownload(() => writePdf('Voucher'), 'application/pdf'),
  },
}
