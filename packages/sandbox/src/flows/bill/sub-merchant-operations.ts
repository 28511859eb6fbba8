import { encryptAesGcm } from '@wxpay-live/client/crypto'
import type { Call } from '../../engine/call.ts'
import type { Context } from '../../engine/context.ts'
import { encrypt } from '../../engine/encrypted.ts'
import { respond } from '../../engine/respond.ts'
import { bytesOfBase64 } from '../../values/base64.ts'
import { bytesOf, offer } from '../kit/downloads.ts'
import type { Flow } from '../kit/flow.ts'
import { billOf } from './bill.ts'
import { fundFlowBill } from './fund-flow-bill.ts'

/** Encrypts the bill with a new key, and that key with the merchant's certificate. */
async function apply(call: Call, context: Context) {
  const params = Object.fromEntries(call.query)
  const key = context.random(32)
  const nonce = context.random(12)
  const bill = await context.state.change(async (world) => {
    const content = await billOf(fundFlowBill, params, world)
    const ciphertext = await encryptAesGcm({ key, nonce, associatedData: '', plaintext: content })
    return offer(bytesOf(content), world, { stored: bytesOfBase64(ciphertext), gzip: params.tar_type === 'GZIP' })
  })
  const encrypt_key = await encrypt(bytesOf(key), context.keys.merchantEncryption)
  return respond(call, context, {
    download_bill_count: 1, download_bill_list: [{ bill_sequence: 1, ...bill, encrypt_key, nonce }],
  })
}

/** The encrypted fund flow bill of one sub-merchant. */
export const flow: Flow = {
  responders: { 'GET /v3/bill/sub-merchant-fundflowbill': apply },
}
