import { readFileSync } from 'node:fs'
import { createClient } from '@wxpay-live/client'

const { env } = process

/** 没有 certs 的用 wxpay.certificates() 下载平台证书。 */
const create = certs => createClient({
  ...env.API_BASE && { baseUrl: env.API_BASE },
  mchid: env.WXPAY_MCHID,
  serial: env.WXPAY_SERIAL,
  privateKey: readFileSync(env.WXPAY_PRIVATE_KEY),
  secret: env.WXPAY_APIV3_KEY,
  ...certs && { certs },
})

export const withPublicKey = () => create({ [env.WXPAY_PUBLIC_KEY_ID]: readFileSync(env.WXPAY_PUBLIC_KEY) })

export const withCertificates = () => create()
