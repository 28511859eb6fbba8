import { encryptAesGcm } from '@wxpay-live/client/crypto'
import type { Context, Responder } from '../../engine/context.ts'
import type { Platform } from '../../identity/identity.ts'
import { type Reason, refusal } from '../../replies/error-codes.ts'
import type { Flow } from '../kit/flow.ts'

/**
 * What production answers merchants that have a public key only, as all since autumn 2024
 * (wechatpay-java#400, ruoyi-vue-pro#1012).
 */
const noCertificate: Reason = ['RESOURCE_NOT_EXISTS',
  '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引https://pay.weixin.qq.com/doc/v3/merchant/4012153196']

/** During a rotation it lists both certificates, and the old one still signs the response. */
const respond: Responder = async (_call, context) => {
  const { platform, nextPlatform } = context.identity
  if (context.scenario?.signature === 'public-key') throw refusal(noCertificate)
  const isRotating = context.scenario?.signature === 'rotated' && nextPlatform
  const data = await Promise.all((isRotating ? [platform, nextPlatform] : [platform]).map(async side => ({
    serial_no: side.serial,
    effective_time: side.effectiveTime,
    expire_time: side.expireTime,
    encrypt_certificate: await encryptCertificate(side, context),
  })))
  return { status: 200, body: { data }, keepsCertificate: true }
}

async function encryptCertificate({ certificate }: Platform, { identity, random }: Context) {
  const nonce = random(12)
  const associatedData = 'certificate'
  return {
    algorithm: 'AEAD_AES_256_GCM',
    nonce,
    associated_data: associatedData,
    ciphertext: await encryptAesGcm({ key: identity.secret, nonce, associatedData, plaintext: certificate }),
  }
}

/** The download of platform certificates: the identity's own, encrypted with its APIv3 key. */
export const flow: Flow = {
  responders: { 'GET /v3/certificates': respond, 'GET /v3/global/certificates': respond },
}
