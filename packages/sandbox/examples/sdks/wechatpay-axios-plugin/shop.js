// 一个小店的一天：每办成一步，打印它的名字。
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { Aes, Formatter, Multipart, Rsa } from 'wechatpay-axios-plugin'
import { withPublicKey } from './client.js'

const { env } = process
const mchid = env.WXPAY_MCHID
const appid = 'wxd678efh567hg6787'
const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'
const number = `AXIOS${Date.now()}`
const publicKey = Rsa.from(readFileSync(env.WXPAY_PUBLIC_KEY), Rsa.KEY_TYPE_PUBLIC)
const wxpay = withPublicKey()

/** 沙箱的控制接口：用户付款、拨快时钟、打开场景。 */
const control = (method, path, data) => (
  fetch(`${process.env.WXPAY_BASE_URL}/_sandbox/${path}`, { method, body: JSON.stringify(data) })
)

// 收通知：用 SDK 的 Rsa.verify 验签，Aes.AesGcm.decrypt 解密
const server = createServer(async (request, response) => {
  const body = await text(request)
  const header = name => request.headers[`wechatpay-${name}`]
  const signed = Formatter.response(header('timestamp'), header('nonce'), body)
  const known = header('serial') === env.WXPAY_PUBLIC_KEY_ID && Rsa.verify(signed, header('signature'), publicKey)
  response.writeHead(known ? 204 : 401).end()
  if (!known) return
  const { ciphertext, nonce, associated_data } = JSON.parse(body).resource
  server.emit('notice', JSON.parse(Aes.AesGcm.decrypt(ciphertext, env.WXPAY_APIV3_KEY, nonce, associated_data)))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const notify_url = `http://127.0.0.1:${server.address().port}/notify`

// 报上公钥ID，应答和通知就用微信支付公钥签名；加密的字段也用它
const headers = { 'Wechatpay-Serial': env.WXPAY_PUBLIC_KEY_ID }
const order = (out_trade_no, total) => wxpay.chain('v3/pay/transactions/native').post({
  appid, mchid, description: '早餐', out_trade_no, notify_url, amount: { total }, settle_info: { profit_sharing: true },
}, { headers })
const orders = wxpay.chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
const query = async out_trade_no => (await orders.get({ params: { mchid }, out_trade_no, headers })).data

await order(number, 100)
console.log('下单')

const noticed = once(server, 'notice')
await control('POST', 'pay', { key: number })
const [notice] = await noticed
assert.equal(notice.trade_state, 'SUCCESS')
console.log('通知')

const paid = await query(number)
assert.equal(paid.trade_state, 'SUCCESS')
console.log('查询')

const { data: refund } = await wxpay.chain('v3/refund/domestic/refunds').post({
  out_trade_no: number, out_refund_no: `R${number}`, amount: { refund: 40, total: 100, currency: 'CNY' },
}, { headers })
assert.equal(refund.amount.refund, 40)
console.log('退款')

await order(`${number}A`, 100)
await orders.chain('close').post({ mchid }, { out_trade_no: `${number}A`, headers })
assert.equal((await query(`${number}A`)).trade_state, 'CLOSED')
console.log('关单')

const name = Rsa.encrypt('张三', publicKey)
await wxpay.chain('v3/profitsharing/receivers/add').post({
  appid, type: 'PERSONAL_OPENID', account: openid, name, relation_type: 'STAFF',
}, { headers })
await wxpay.chain('v3/profitsharing/orders').post({
  appid, transaction_id: paid.transaction_id, out_order_no: `P${number}`, unfreeze_unsplit: true,
  receivers: [{ type: 'PERSONAL_OPENID', account: openid, name, amount: 10, description: '分给店员' }],
}, { headers })
console.log('分账')

const { data: transfer } = await wxpay.chain('v3/fund-app/mch-transfer/transfer-bills').post({
  appid, out_bill_no: `T${number}`, transfer_scene_id: '1011', openid, user_name: name, transfer_amount: 100,
  transfer_remark: '赔付', transfer_scene_report_infos: [{ info_type: '赔付原因', info_content: '少了一杯豆浆' }],
}, { headers })
assert.equal(transfer.state, 'WAIT_USER_CONFIRM')
console.log('转账')

// 当天的账单第二天上午才有：把沙箱的时钟拨快一天
await control('POST', 'clock', { advance: 24 * 3600_000 })
const bill_date = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
const { data: bill } = await wxpay.chain('v3/bill/tradebill').get({ params: { bill_date }, headers })
const params = Object.fromEntries(new URL(bill.download_url).searchParams)
const { data: file } = await wxpay.chain('v3/billdownload/file').get({ params, responseType: 'arraybuffer' })
assert.equal(createHash('sha1').update(file).digest('hex'), bill.hash_value)
console.log('账单')

const picture = Buffer.from('89504e470d0a1a0a', 'hex')
const sha256 = createHash('sha256').update(picture).digest('hex')
const form = new Multipart()
form.append('meta', JSON.stringify({ filename: 'shop.png', sha256 }), 'meta.json')
form.append('file', picture, 'shop.png')
await wxpay.chain('v3/merchant/media/upload')
  .post(form.getBuffer(), { meta: form.toJSON(), headers: { ...headers, ...form.getHeaders() } })
console.log('上传')

await assert.rejects(order(`${number}B`, 0), ({ response }) => response.data.code === 'PARAM_ERROR')
console.log('报错')

await control('PUT', 'scenario', { name: 'WRONG_SIGNATURE' })
await assert.rejects(query(number), { code: 'EV3_RES_HEADER_SIGNATURE_DIGEST' })
console.log('拒收')
server.close()
