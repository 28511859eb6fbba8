import { encryptAesGcm } from '@wxpay-live/client/crypto'
import type { Call } from '../../engine/call.ts'
import type { Context } from '../../engine/context.ts'
import { encrypt } from '../../engine/encrypted.ts'
import { respond } from '../../engine/respond.ts'
import { bytesOfBase64 } from '../../values/base64.ts'
import { bytesOf, offer } from '../kit/downloads.ts'
import type { Flow } from '../kit/flow.ts'
import { accounts, type Movement } from '../kit/ledger.ts'
import type { Answer } from '../kit/operation.ts'
import { type Bill, billOf } from './bill.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { subMerchantsBill } from './sub-merchants-bill.ts'

const ofOne = 'GET /v3/bill/sub-merchant-fundflowbill'
const ofAll = 'GET /v3/ecommerce/bill/fundflowbill'

/** Encrypts the bill with a new key, and that key with the merchant's certificate. */
const apply = (bill: Bill<Movement>) => async (call: Call, context: Context) => {
  const { query } = call
  const wanted = {
    bill_date: query.get('bill_date') ?? '', sub_mchid: query.get('sub_mchid') ?? '',
    account_type: accounts.find(name => name === query.get('account_type')) ?? 'BASIC',
  }
  const key = context.random(32)
  const nonce = context.random(12)
  const file = await context.state.change(async (world) => {
    const content = await billOf(bill, wanted, world)
    const ciphertext = await encryptAesGcm({ key, nonce, associatedData: '', plaintext: content })
    return offer(bytesOf(content), world, { stored: bytesOfBase64(ciphertext), gzip: query.get('tar_type') === 'GZIP' })
  })
  const encrypt_key = await encrypt(bytesOf(key), context.keys.merchantEncryption)
  const answer: Answer<typeof ofOne | typeof ofAll> = {
    download_bill_count: 1, download_bill_list: [{ bill_sequence: 1, ...file, encrypt_key, nonce }],
  }
  return respond(call, context, answer)
}

/** The encrypted fund flow bill of one sub-merchant, and of all. */
export const flow: Flow = {
  responders: { [ofOne]: apply(fundFlowBill), [ofAll]: apply(subMerchantsBill) },
}
