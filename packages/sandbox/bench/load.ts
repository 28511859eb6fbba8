import { execFile } from 'node:child_process'
import { createSign } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Identity } from '../src/index.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('load.lua', import.meta.url))

const path = '/v3/pay/transactions/native'

/** Creates the request for every server: the same order, signed once. */
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
    path,
    body,
    headers: {
      'accept': 'application/json',
      'user-agent': 'wrk',
      'content-type': 'application/json',
      'wechatpay-serial': platform.publicKeyId,
      'authorization': `WECHATPAY2-SHA256-RSA2048 ${authorization}`,
    },
  }
}

/** Sends requests as fast as a server responds, over ten connections; wrk uses the least processor time of its kind. */
export async function load(
  origin: string, { path, headers, body }: ReturnType<typeof signedOrder>, seconds: number,
) {
  const named = Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`])
  const pace = ['--threads', '1', '--connections', '10', '--duration', `${seconds}s`]
  const { stdout } = await run('wrk', [...pace, ...named, '--script', script, origin + path, body])
  const summary = JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as Summary
  const { requests, microseconds, refused, failed } = summary
  if (refused || failed || !requests) {
    throw new Error(`${origin}: ${refused} of ${requests} requests refused, ${failed} failed`)
  }
  return { perSecond: requests / microseconds * 1e6, responses: requests }
}

type Summary = Record<'requests' | 'microseconds' | 'refused' | 'failed', number>
