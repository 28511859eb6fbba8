import { readFileSync } from 'node:fs'
import Pay from 'wechatpay-node-v3'
import { PayRequest } from 'wechatpay-node-v3/dist/lib/pay-request.js'

const { env } = process

export const pay = new Pay({
  appid: 'wxd678efh567hg6787',
  mchid: env.WXPAY_MCHID,
  serial_no: env.WXPAY_SERIAL,
  publicKey: readFileSync(env.WXPAY_CERTIFICATE),
  privateKey: readFileSync(env.WXPAY_PRIVATE_KEY),
  key: env.WXPAY_APIV3_KEY,
})

if (env.API_BASE) {
  // 没有地址的选项，换掉它发请求的对象
  const http = new PayRequest()
  const at = url => url.replace('https://api.mch.weixin.qq.com', env.API_BASE)
  pay.createHttp({
    get: (url, headers) => http.get(at(url), headers),
    post: (url, params, headers) => http.post(at(url), params, headers),
    upload: (url, params, headers) => http.upload(at(url), params, headers),
  })
}
