import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { importPrivateKey, importPublicKey } from '../src/crypto/index.ts'

const pair = () => generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const merchant = pair()
const platform = pair()
const id = 'PUB_KEY_ID_0119000000012024000000000001'

/** The identity and the trusted key of both clients. */
export const identity = {
  mchid: '1900000001',
  serial: '7132D72A03E93CDDF8C03BBD1F37EEDF7B8A5B6C',
  privateKey: merchant.privateKey,
  certs: { [id]: platform.publicKey },
}

/** The order of both clients. */
export const order = {
  appid: 'wxd678efh567hg6787', mchid: identity.mchid, description: 'Image形象店-深圳腾大-QQ公仔', out_trade_no: '1217752501201407033233368018',
  notify_url: 'https://www.weixin.qq.com/wxpay/pay.php', amount: { total: 100, currency: 'CNY' },
}

/** The response to both clients, signed once so that only the clients are measured. */
export const body = JSON.stringify({ code_url: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' })
const timestamp = String(Math.floor(Date.now() / 1000))
const message = `${timestamp}\nnonce\n${body}\n`
const signature = sign('sha256', Buffer.from(message), platform.privateKey).toString('base64')
export const headers = {
  'content-type': 'application/json; charset=utf-8',
  'request-id': '08F5EABCB40610A40218C4F1B2960120A0B0C028D2F6E60128D2F6E6-0',
  'wechatpay-timestamp': timestamp,
  'wechatpay-nonce': 'nonce',
  'wechatpay-serial': id,
  'wechatpay-signature': signature,
}

const privateKey = createPrivateKey(merchant.privateKey)
const publicKey = createPublicKey(platform.publicKey)
const signed = Buffer.from(message)
const signatureBytes = Buffer.from(signature, 'base64')

/** One signature and one verification with node:crypto, the lower bound of a request. */
export function rsaAlone(): void {
  sign('sha256', signed, privateKey)
  verify('sha256', signed, publicKey, signatureBytes)
}

const signingKey = await importPrivateKey(merchant.privateKey)
const verifyingKey = await importPublicKey(platform.publicKey)

/** The same with WebCrypto, whose threads an asynchronous client has to wait for. */
export async function webCryptoAlone(): Promise<void> {
  await crypto.subtle.sign('RSASSA-PKCS1-v1_5', signingKey, signed)
  await crypto.subtle.verify('RSASSA-PKCS1-v1_5', verifyingKey, signatureBytes, signed)
}
