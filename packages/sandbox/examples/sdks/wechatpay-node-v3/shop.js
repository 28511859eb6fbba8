// 一个小店的一天：每办成一步，打印它的名字。
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { pay } from './client.js'

const { env } = process
const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'
const number = `NODE${Date.now()}`

/** 沙箱的控制接口：用户付款、拨快时钟、打开场景。 */
const control = (method, path, data) => (
  fetch(`${process.env.WXPAY_BASE_URL}/_sandbox/${path}`, { method, body: JSON.stringify(data) })
)

// 收通知：用 SDK 的 verifySign 验签，decipher_gcm 解密
const server = createServer(async (request, response) => {
  const body = await text(request)
  const header = name => request.headers[`wechatpay-${name}`]
  const known = await pay.verifySign({
    timestamp: header('timestamp'), nonce: header('nonce'), serial: header('serial'), signature: header('signature'),
    body, apiSecret: env.WXPAY_APIV3_KEY,
  })
  response.writeHead(known ? 204 : 401).end()
  if (!known) return
  const { ciphertext, nonce, associated_data } = JSON.parse(body).resource
  server.emit('notice', pay.decipher_gcm(ciphertext, associated_data, nonce))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const notify_url = `http://127.0.0.1:${server.address().port}/notify`

/** SDK 把拒绝放在 error 里，不抛错。 */
async function data(result) {
  const { status, data, error } = await result
  assert.ok(status < 300, error)
  return data
}

const order = (out_trade_no, total) => pay.transactions_native({
  description: '早餐', out_trade_no, notify_url, amount: { total }, settle_info: { profit_sharing: true },
})

await data(order(number, 100))
console.log('下单')

const noticed = once(server, 'notice')
await control('POST', 'pay', { key: number })
const [notice] = await noticed
assert.equal(notice.trade_state, 'SUCCESS')
console.log('通知')

const paid = await data(pay.query({ out_trade_no: number }))
assert.equal(paid.trade_state, 'SUCCESS')
console.log('查询')

const refund = await data(pay.refunds({
  out_trade_no: number, out_refund_no: `R${number}`, amount: { refund: 40, total: 100, currency: 'CNY' },
}))
assert.equal(refund.amount.refund, 40)
console.log('退款')

await data(order(`${number}A`, 100))
await data(pay.close(`${number}A`))
assert.equal((await data(pay.query({ out_trade_no: `${number}A` }))).trade_state, 'CLOSED')
console.log('关单')

// 用下载的平台证书加密，wx_serial_no 写明是哪一张
const [{ serial_no, publicKey }] = await pay.get_certificates(env.WXPAY_APIV3_KEY)
const name = pay.publicEncrypt('张三', publicKey)
await data(pay.profitsharing_receivers_add({
  type: 'PERSONAL_OPENID', account: openid, name, relation_type: 'STAFF', wx_serial_no: serial_no,
}))
await data(pay.create_profitsharing_orders({
  transaction_id: paid.transaction_id, out_order_no: `P${number}`, unfreeze_unsplit: true, wx_serial_no: serial_no,
  receivers: [{ type: 'PERSONAL_OPENID', account: openid, name, amount: 10, description: '分给店员' }],
}))
console.log('分账')

// 当天的账单第二天上午才有：把沙箱的时钟拨快一天
await control('POST', 'clock', { advance: 24 * 3600_000 })
const bill_date = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
const bill = await data(pay.tradebill({ bill_date }))
// SDK 签名时只会去掉这个主机名
const address = bill.download_url.replace(env.API_BASE, 'https://api.mch.weixin.qq.com')
const file = await data(pay.downloadBill(address))
assert.equal(createHash('sha1').update(file).digest('hex'), bill.hash_value)
console.log('账单')

assert.match(serial_no, /^[\dA-F]{40}$/)
console.log('证书')

const refused = await order(`${number}B`, 0)
assert.equal(JSON.parse(refused.error).code, 'PARAM_ERROR')
console.log('报错')
server.close()
