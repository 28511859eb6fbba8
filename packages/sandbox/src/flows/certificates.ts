import { encryptAesGcm } from '@wxpay-live/client/crypto'
import type { Context, Responder } from '../engine/call.ts'
import type { Responders } from './flow.ts'

const respond: Responder = async (_call, context) => {
  const { serial, effectiveTime, expireTime } = context.identity.platform
  return {
    status: 200,
    body: {
      data: [{
        serial_no: serial,
        effective_time: effectiveTime,
        expire_time: expireTime,
        encrypt_certificate: await encryptCertificate(context),
      }],
    },
  }
}

async function encryptCertificate({ identity, random }: Context) {
  const nonce = random(12)
  const associatedData = 'certificate'
  const plaintext = identity.platform.certificate
  return {
    algorithm: 'AEAD_AES_256_GCM',
    nonce,
    associated_data: associatedData,
    ciphertext: await encryptAesGcm({ key: identity.secret, nonce, associatedData, plaintext }),
  }
}

/** The download of platform certificates: the identity's own, encrypted with its APIv3 key. */
export const certificates: Responders = {
  'GET /v3/certificates': respond,
  'GET /v3/global/certificates': respond,
}
