/** Responds for WeChat Pay's host to the workers of this folder; no request leaves the machine. */
interface FetchEvent extends Event { request: Request, respondWith: (response: Promise<Response>) => void }
type KeyMessage = MessageEvent<{ privateKey: CryptoKey, serial: string }>
declare const self: {
  addEventListener: ((type: 'fetch', listener: (event: FetchEvent) => void) => void)
    & ((type: 'message', listener: (event: KeyMessage) => void) => void)
}

let identity: KeyMessage['data'] | undefined
/** SHA-1: a9993e364706816aba3e25717850c26c9cd0d89d (FIPS 180, the message of one block) */
const file = 'abc'
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

self.addEventListener('message', (event) => {
  identity = event.data
  event.ports[0]?.postMessage('ready')
})

self.addEventListener('fetch', (event) => {
  if (event.request.url.startsWith('https://api.mch.weixin.qq.com/')) event.respondWith(answer(event.request))
})

async function answer(request: Request): Promise<Response> {
  if (request.url.includes('cut')) return Response.error()
  if (request.url.includes('silent')) return new Promise(() => {})
  if (request.url.includes('billdownload')) return new Response(file)
  const forged = request.url.includes('forged')
  if (request.url.includes('refused')) return new Response('<h1>502</h1>', { status: 502 })
  const { method, url } = request
  const authorization = request.headers.get('Authorization')
  const type = request.headers.get('Content-Type')
  const body = JSON.stringify({ method, url, authorization, type, body: await request.text() })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const message = new TextEncoder().encode(`${timestamp}\nN\n${body}${forged ? ' ' : ''}\n`)
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, identity!.privateKey, message))
  return new Response(body, {
    headers: {
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': 'N',
      'Wechatpay-Serial': identity!.serial,
      'Wechatpay-Signature': btoa(String.fromCharCode(...signature)),
    },
  })
}
