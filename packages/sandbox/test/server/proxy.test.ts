import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import type { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { certify, createAuthority } from '../../src/identity/authority.ts'
import { startProxy } from '../../src/server/proxy.ts'

const hosts = ['api.mch.weixin.qq.com']
const authority = await createAuthority(hosts, Date.now())
const credentials = await certify(hosts, authority, Date.now())
const closing: (() => Promise<void>)[] = []

afterEach(async () => { for (const close of closing.splice(0)) await close() })

/** Starts a proxy whose answers name the host and path that were asked. */
async function start(options: { only?: boolean, upstream?: (hostname: string) => string | undefined } = {}) {
  const proxy = await startProxy(({ headers, url }, response) => {
    response.setHeader('Connection', 'close').end(`sandbox ${headers.host}${url}`)
  }, {}, '127.0.0.1', { hosts, credentials, ...options })
  closing.push(proxy.close)
  return new URL(proxy.url)
}

/** Asks the proxy for a tunnel. */
async function tunnel(proxy: URL, target: string) {
  const { hostname, port } = proxy
  const asked = request({ hostname, port, method: 'CONNECT', path: target }).end()
  const [{ statusCode: status }, socket, head] = await once(asked, 'connect') as [IncomingMessage, Duplex, Buffer]
  onTestFinished(() => void socket.destroy())
  return { status, socket, head }
}

/** A server that is no host of WeChat Pay. */
async function startOther(): Promise<string> {
  const server = createServer((_, response) => response.setHeader('Content-Length', 5).end('other')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const get = async (socket: Duplex) => {
  socket.write('GET /v3/x HTTP/1.1\r\nHost: api.mch.weixin.qq.com\r\nConnection: close\r\n\r\n')
  return (await text(socket)).split('\r\n').at(-1)
}

test('ends TLS for a host of WeChat Pay, with a certificate of the authority', async () => {
  const { status, socket } = await tunnel(await start(), 'api.mch.weixin.qq.com:443')
  expect(status).toBe(200)
  const secure = connect({ socket, servername: 'api.mch.weixin.qq.com', ca: authority.certificate })
  await once(secure, 'secureConnect')
  expect(secure.authorized).toBe(true)
  expect(await get(secure)).toBe('sandbox api.mch.weixin.qq.com/v3/x')
})

test('passes connections to other hosts on as they are', async () => {
  const { status, socket } = await tunnel(await start(), await startOther())
  expect(status).toBe(200)
  expect(await get(socket)).toBe('other')
})

test('reaches other hosts by the proxy that is used without it', async () => {
  const asked: string[] = []
  const before = createServer().on('connect', ({ url = '' }, socket: Duplex) => {
    asked.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  }).listen(0, '127.0.0.1')
  await once(before, 'listening')
  closing.push(async () => void before.close())
  const { port } = before.address() as AddressInfo
  await tunnel(await start({ upstream: () => `http://127.0.0.1:${port}` }), 'www.example.com:443')
  expect(asked).toEqual(['www.example.com:443'])
})

test('refuses other hosts if it is for WeChat Pay only', async () => {
  const other = await startOther()
  const { status, socket, head } = await tunnel(await start({ only: true }), other)
  expect(status).toBe(403)
  expect(head + await text(socket)).toBe(`${other} is not a host of WeChat Pay: this proxy is for those only`)
})
