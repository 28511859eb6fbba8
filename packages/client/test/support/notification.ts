import { createCipheriv } from 'node:crypto'
import { createKeyPair } from './openssl.ts'

/** A notification made from WeChat Pay's documentation without code of the client. */
export const secret = 'an APIv3 key of just 32 bytes...'
export const platform = createKeyPair()
export const serial = 'PUB_KEY_ID_0119000000012024000000000001'

export const transaction = { transaction_id: '1217752501201407033233368018', out_trade_no: '1', payer: { openid: '用户' } }

/** Encrypts with OpenSSL's AES-256-GCM. */
export function seal(resource: unknown, key = secret) {
  const nonce = 'fdasfjihihih'
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('transaction'))
  const bytes = Buffer.concat([cipher.update(JSON.stringify(resource)), cipher.final(), cipher.getAuthTag()])
  return {
    original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', ciphertext: bytes.toString('base64'),
    associated_data: 'transaction', nonce,
  }
}

/** Differences from a valid notification. */
export interface Difference {
  timestamp?: number | string
  body?: string
  serial?: string
  key?: string
}

/** Signs a notification with openssl. */
export function notify({ serial: by = serial, key, ...other }: Difference = {}) {
  const timestamp = other.timestamp ?? Math.floor(Date.now() / 1000)
  const body = other.body ?? JSON.stringify({
    id: 'EV-2018022511223320873', create_time: '2015-05-20T13:29:35+08:00', resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS', summary: '支付成功', resource: seal(transaction, key),
  })
  return {
    headers: {
      'Content-Type': 'application/json',
      'Wechatpay-Timestamp': String(timestamp),
      'Wechatpay-Nonce': 'nonce',
      'Wechatpay-Serial': by,
      'Wechatpay-Signature': platform.sign(`${timestamp}\nnonce\n${body}\n`),
    },
    body,
  }
}
