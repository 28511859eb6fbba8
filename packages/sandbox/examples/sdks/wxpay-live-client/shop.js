// 一个小店的一天：每办成一步，打印它的名字。
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { isApiError, isSignatureError } from '@wxpay-live/client'
import { withCertificates, withPublicKey } from './client.js'

const mchid = process.env.WXPAY_MCHID
const appid = 'wxd678efh567hg6787'
const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'
const number = `LIVE${Date.now()}`
const wxpay = withPublicKey()

/** 沙箱的控制接口：用户付款、拨快时钟、打开场景。 */
const control = (method, path, data) => (
  fetch(`${process.env.WXPAY_BASE_URL}/_sandbox/${path}`, { method, body: JSON.stringify(data) })
)

// 收通知：验签、解密都由 webhook.parse 来做，验签不过时它抛错
const server = createServer(async (request, response) => {
  try {
    server.emit('notice', await wxpay.webhook.parse(request))
    response.writeHead(204).end()
  } catch {
    response.writeHead(401).end()
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const notify_url = `http://127.0.0.1:${server.address().port}/notify`

const order = (out_trade_no, total) => wxpay.v3.pay.transactions.native.postAsync({ json: {
  appid, mchid, description: '早餐', out_trade_no, notify_url, amount: { total },
  settle_info: { profit_sharing: true },
} })
const orders = wxpay.chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
const query = async out_trade_no => (await orders.getAsync({ out_trade_no, query: { mchid } })).json()

await order(number, 100)
console.log('下单')

const noticed = once(server, 'notice')
await control('POST', 'pay', { key: number })
const [{ resource }] = await noticed
assert.equal(resource.trade_state, 'SUCCESS')
console.log('通知')

const paid = await query(number)
assert.equal(paid.trade_state, 'SUCCESS')
console.log('查询')

const refund = await wxpay.v3.refund.domestic.refunds.postAsync({ json: {
  out_trade_no: number, out_refund_no: `R${number}`, amount: { refund: 40, total: 100, currency: 'CNY' },
} })
assert.equal((await refund.json()).amount.refund, 40)
console.log('退款')

await order(`${number}A`, 100)
await orders.close.postAsync({ out_trade_no: `${number}A`, json: { mchid } })
assert.equal((await query(`${number}A`)).trade_state, 'CLOSED')
console.log('关单')

// 加密之后，Wechatpay-Serial 头由客户端写
const name = await wxpay.encrypt('张三')
await wxpay.v3.profitsharing.receivers.add.postAsync({ json: {
  appid, type: 'PERSONAL_OPENID', account: openid, name, relation_type: 'STAFF',
} })
await wxpay.v3.profitsharing.orders.postAsync({ json: {
  appid, transaction_id: paid.transaction_id, out_order_no: `P${number}`, unfreeze_unsplit: true,
  receivers: [{ type: 'PERSONAL_OPENID', account: openid, name, amount: 10, description: '分给店员' }],
} })
console.log('分账')

const transfer = await wxpay.v3.fundApp.mchTransfer.transferBills.postAsync({ json: {
  appid, out_bill_no: `T${number}`, transfer_scene_id: '1011', openid, user_name: name, transfer_amount: 100,
  transfer_remark: '赔付',
  transfer_scene_report_infos: [{ info_type: '赔付原因', info_content: '少了一杯豆浆' }],
} })
assert.equal((await transfer.json()).state, 'WAIT_USER_CONFIRM')
console.log('转账')

// 当天的账单第二天上午才有：把沙箱的时钟拨快一天
await control('POST', 'clock', { advance: 24 * 3600_000 })
const bill_date = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
const bill = await (await wxpay.v3.bill.tradebill.getAsync({ query: { bill_date } })).json()
const { hash_type, hash_value, download_url } = bill
const hash = { hash_type, hash_value }
const parameters = Object.fromEntries(new URL(download_url).searchParams)
// 摘要不对时，读到最后会抛错
await (await wxpay.v3.billdownload.file.getAsync({ query: parameters, hash })).text()
console.log('账单')

const file = Buffer.from('89504e470d0a1a0a', 'hex')
const sha256 = createHash('sha256').update(file).digest('hex')
await wxpay.v3.merchant.media.upload.postAsync({ body: { meta: { filename: 'shop.png', sha256 }, file } })
console.log('上传')

const byCertificate = withCertificates()
await byCertificate.certificates()
await byCertificate.chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
  .getAsync({ out_trade_no: number, query: { mchid } })
console.log('证书')

await assert.rejects(order(`${number}B`, 0), error => isApiError(error) && error.code === 'PARAM_ERROR')
console.log('报错')

await control('PUT', 'scenario', { name: 'WRONG_SIGNATURE' })
await assert.rejects(query(number), isSignatureError)
console.log('拒收')
server.close()
