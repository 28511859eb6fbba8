import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { createClient, isApiError, isWebhookError } from '@wxpay-live/client'
import { safeRetry } from '@wxpay-live/client/retry'

const env = (name: string, otherwise?: string) => {
  const value = process.env[name] ?? otherwise
  if (value === undefined) throw new Error(`环境变量 ${name} 没有设置`)
  return value
}

const port = Number(env('PORT', '3000'))
const origin = env('SHOP_ORIGIN', `http://127.0.0.1:${port}`)
const baseUrl = env('WXPAY_BASE_URL', 'https://api.mch.weixin.qq.com')
const mchid = env('WXPAY_MCHID')
const appid = env('WXPAY_APPID', 'wxd678efh567hg6787')
const isSandbox = new URL(baseUrl).hostname === '127.0.0.1'

const wxpay = createClient({
  mchid,
  baseUrl,
  serial: env('WXPAY_SERIAL'),
  privateKey: readFileSync(env('WXPAY_PRIVATE_KEY')),
  certs: { [env('WXPAY_PUBLIC_KEY_ID')]: readFileSync(env('WXPAY_PUBLIC_KEY')) },
  secret: env('WXPAY_APIV3_KEY'),
  retry: safeRetry(),
})

interface Order {
  out_trade_no: string
  /** 单位分。 */
  total: number
  state: '等待付款' | '已付款' | '退款中' | '已退款'
}

/** 正式环境里换成数据库，状态用一条带条件的更新来改。 */
const orders = new Map<string, Order>()

/** 下单，返回交给网页的参数。金额由服务器定；同一笔订单总用同一个单号。 */
async function order(openid: string) {
  const out_trade_no = `SHOP${Date.now()}`
  const total = 2580
  const response = await wxpay.v3.pay.transactions.jsapi.postAsync({
    json: {
      appid, mchid, out_trade_no,
      description: '微风便利科苑店-早餐',
      notify_url: `${origin}/notify`,
      amount: { total, currency: 'CNY' },
      payer: { openid },
    },
    // 单号兜底，没有应答可以放心重发。
    idempotent: true,
  })
  orders.set(out_trade_no, { out_trade_no, total, state: '等待付款' })
  const { prepay_id } = await response.json()
  return { out_trade_no, params: await wxpay.payParams.jsapi({ appid, prepay_id }) }
}

/** 网页问付款了没有：通知可能还没有来，问微信支付。 */
async function find(out_trade_no: string) {
  const order = orders.get(out_trade_no)
  if (order?.state === '等待付款') {
    const path = 'v3/pay/transactions/out-trade-no/{out_trade_no}'
    const response = await wxpay.chain(path).getAsync({ out_trade_no, query: { mchid } })
    pay(await response.json())
  }
  return order
}

/** 通知与查询都到这里，核对之后才算付款；来几次都一样。 */
function pay({ out_trade_no, trade_state, amount }: Transaction) {
  const order = orders.get(out_trade_no)
  if (order?.state !== '等待付款' || trade_state !== 'SUCCESS') return
  if (amount.total !== order.total) throw new Error(`${out_trade_no} 的金额不对：${amount.total}`)
  order.state = '已付款'
  console.log('已付款，发货', out_trade_no)
}

/** 整单退款；失败了用同一个退款单号再来。 */
async function refund(out_trade_no: string) {
  const order = orders.get(out_trade_no)
  if (order?.state !== '已付款') return order
  await wxpay.v3.refund.domestic.refunds.postAsync({
    json: {
      out_trade_no,
      out_refund_no: `${out_trade_no}-1`,
      reason: '用户退货',
      notify_url: `${origin}/notify`,
      amount: { refund: order.total, total: order.total, currency: 'CNY' },
    },
    idempotent: true,
  })
  // 退款成功的通知可能比这个应答先到。
  if (order.state === '已付款') order.state = '退款中'
  return order
}

/** 收通知：验签、解密，认得的才处理。 */
async function receive(request: IncomingMessage) {
  const { event_type, resource } = await wxpay.webhook.parse(request)
  if (event_type === 'TRANSACTION.SUCCESS') pay(resource)
  const order = orders.get(resource.out_trade_no)
  if (event_type === 'REFUND.SUCCESS' && order) {
    order.state = '已退款'
    console.log('已退款', order.out_trade_no)
  }
}

interface Transaction {
  out_trade_no: string
  trade_state: string
  amount: { total: number }
}

/** 只在沙箱里：扮演用户的手机，照微信那样检查参数，然后付款。 */
async function openOnPhone(params: string) {
  const response = await fetch(`${baseUrl}/_sandbox/pay`, { method: 'POST', body: `{"params":${params}}` })
  if (!response.ok) throw new Error((await response.json()).diagnosis)
  return {}
}

async function textOf(request: IncomingMessage) {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const [, resource, id = '', action] = (request.url ?? '').split('/')
  const isPost = request.method === 'POST'
  // 正式环境里，openid 由网页授权得到，存在会话里。
  if (resource === 'orders' && isPost && !id) return order('oHk3f5Xq7LmZ_92TnRcVbAeWdY0s')
  if (resource === 'orders' && isPost && action === 'refund') return refund(id)
  if (resource === 'orders' && id) return find(id)
  if (resource === 'notify' && isPost) return receive(request)
  if (resource === 'phone' && isPost && isSandbox) return openOnPhone(await textOf(request))
  return undefined
}

const server = createServer(async (request, response) => {
  const json = (status: number, body?: unknown) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
  }
  try {
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(readFileSync(new URL('page.html', import.meta.url)))
      return
    }
    const body = await answer(request)
    if (body === undefined) json(request.url === '/notify' ? 204 : 404)
    else json(200, body)
  } catch (error) {
    console.error(isWebhookError(error) ? error.reason : isApiError(error) ? error.message : error)
    json(isWebhookError(error) ? 401 : 500, { code: 'FAIL', message: '失败' })
  }
})

await once(server.listen(port), 'listening')
console.log(`打开 ${origin}`)
