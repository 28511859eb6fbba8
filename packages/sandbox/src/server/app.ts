import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { controlApp, type ControlOptions } from '../control/app.ts'
import type { Sandbox, Verdict } from '../sandbox.ts'
import type { ServerEvent } from './events.ts'
import { guard } from './guard.ts'
import { reasonOf } from './reason-of.ts'
import { unsignedRefusal } from './unsigned-refusal.ts'

/** Maximum bytes of a body: more than the largest upload of the API, a PDF of 7.5 MB. */
const maxBody = 10 * 1024 * 1024

interface Env {
  Bindings: HttpBindings
  Variables: Partial<Verdict>
}

export interface ServerAppOptions extends ControlOptions {
  /** The name that the server listens at; requests to the control API may name it besides loopback names. */
  host: string
}

type Listener = (event: ServerEvent) => void

const limitStream = bodyLimit({
  maxSize: maxBody,
  onError: () => unsignedRefusal(413, 'INVALID_REQUEST', `请求体过大，不得超过 ${maxBody / 1024 / 1024} MB`),
})

/** Reads the body only if the headers do not give its length: reading doubles the time of a request. */
const limit: MiddlewareHandler<Env> = (c, next) => {
  const length = Number(c.req.header('Content-Length') ?? 0)
  return c.req.header('Transfer-Encoding') === undefined && length <= maxBody ? next() : limitStream(c, next)
}

/** Refuses requests without `Accept` or `User-Agent`, like WeChat Pay (yansongda/pay#455). Many HTTP clients lack them by default. */
const requireHeaders: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.header('Accept') && c.req.header('User-Agent')) return next()
  return unsignedRefusal(400, 'INVALID_REQUEST', 'Http头缺少Accept或User-Agent')
}

const log = (onEvent: Listener): MiddlewareHandler<Env> => async (c, next) => {
  const started = performance.now()
  await next()
  const milliseconds = Math.round(performance.now() - started)
  const { method = '', url = '' } = c.env.incoming
  const isCut = c.res === RESPONSE_ALREADY_SENT
  const { signature = 'unchecked', doubtful } = c.var
  const warning = doubtful && `not documented, WeChat Pay may refuse it: ${doubtful.join(', ')}`
  const result = isCut ? { status: 0, reason: 'connection cut' } : { status: c.res.status, ...await reasonOf(c.res) }
  onEvent({ event: 'request', method, url, milliseconds, signature, ...result, ...warning && { warning } })
}

/** Creates the server's app: the control API below `/_sandbox`, the signed API everywhere else. */
export function serverApp(
  { exchange, control }: Sandbox, { host, ...options }: ServerAppOptions, onEvent: Listener,
): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/_sandbox/*', secureHeaders(), limit, guard(host))
  app.route('/', controlApp(control, options))
  app.use(log(onEvent), limit, requireHeaders)
  app.all('*', async (c) => {
    const { response, signature, doubtful } = await exchange(c.req.raw)
    c.set('signature', signature)
    if (doubtful?.length) c.set('doubtful', doubtful)
    // Only `Response.error()` has status 0; reading `type` is slower.
    if (response.status !== 0) return response
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  })
  app.onError((error, c) => {
    if (c.env.incoming.errored) return unsignedRefusal(400, 'INVALID_REQUEST', '请求体未能完整读取')
    onEvent({ event: 'failure', message: error.message })
    return unsignedRefusal(500, 'SYSTEM_ERROR', '沙箱内部错误，详见沙箱的日志')
  })
  return app
}
