import { createSign } from 'node:crypto'
import autocannon from 'autocannon'
import type { Identity } from '../src/index.ts'

const path = '/v3/pay/transactions/native'

/** What every server is asked: the same order, signed once. */
export function signedOrder({ mchid, serial, privateKey, platform }: Identity) {
  const body = JSON.stringify({
    appid: 'wxd678efh567hg6787', mchid, description: 'QQ公仔', out_trade_no: 'ORDER_A1',
    notify_url: 'http://127.0.0.1:9/', amount: { total: 100, currency: 'CNY' },
  })
  const timestamp = Math.floor(Date.now() / 1000)
  const message = `POST\n${path}\n${timestamp}\nN\n${body}\n`
  const signature = createSign('RSA-SHA256').update(message).sign(privateKey, 'base64')
  const parts = { mchid, serial_no: serial, nonce_str: 'N', timestamp, signature }
  const authorization = Object.entries(parts).map(([name, value]) => `${name}="${value}"`).join(',')
  return {
    method: 'POST' as const,
    path,
    body,
    headers: {
      'accept': 'application/json',
      'user-agent': 'bench',
      'content-type': 'application/json',
      'wechatpay-serial': platform.publicKeyId,
      'authorization': `WECHATPAY2-SHA256-RSA2048 ${authorization}`,
    },
  }
}

/** Asks a server as fast as it answers over ten connections. */
export async function load(origin: string, request: ReturnType<typeof signedOrder>, seconds: number) {
  const result = await autocannon({
    ...request, url: origin + request.path, connections: 10, duration: seconds,
  })
  if (result.non2xx || result.errors || !result['2xx']) {
    throw new Error(`${origin}: ${result.non2xx} refused and ${result.errors} failed, ${result['2xx']} answered`)
  }
  return { perSecond: result.requests.average, answered: result['2xx'] }
}
