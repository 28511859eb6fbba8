import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { jsonLine, logLine, paintFor } from '../../src/cli/log-line.ts'
import type { ServerEvent } from '../../src/server/index.ts'

const time = new Date(2025, 0, 2, 3, 4, 5)
const request = { event: 'request', method: 'POST', url: '/v3/pay?a=1', milliseconds: 3, signature: 'ok' } as const
const notification = { event: 'notification', id: 'a', type: 'REFUND.SUCCESS', url: 'http://127.0.0.1/n' } as const

/** A stream like standard output. */
const streamLike = (members: object) =>
  Object.assign(new PassThrough(), members) as unknown as NodeJS.WriteStream

const pipe = streamLike({ isTTY: false })
const terminal = (hasColors: boolean) => streamLike({ isTTY: true, getColorDepth: () => hasColors ? 8 : 1 })

test.each<[ServerEvent, string]>([
  [{ ...request, status: 200 }, 'POST /v3/pay?a=1 200 3 ms, signature ok'],
  [{ ...request, status: 200, warning: 'not documented' }, 'POST /v3/pay?a=1 200 3 ms, signature ok; not documented'],
  [{ ...request, status: 401, signature: 'wrong', reason: '错误的签名\n少了换行' },
    'POST /v3/pay?a=1 401 3 ms, signature wrong: 错误的签名 少了换行'],
  [{ ...request, status: 401, signature: 'wrong', reason: '少了换行', expected: 'GET\n/\n' },
    'POST /v3/pay?a=1 401 3 ms, signature wrong: 少了换行; expected string to sign: "GET\\n/\\n"'],
  [{ ...request, status: 401, signature: 'wrong', expected: 'GET\n/\n\u009B31m\u001B[2J' },
    'POST /v3/pay?a=1 401 3 ms, signature wrong; expected string to sign: "GET\\n/\\n\\u009b31m\\u001b[2J"'],
  [{ ...request, status: 404, url: '/\u009B31m\u001B[2J', reason: 'a\u0007b' },
    'POST / 31m [2J 404 3 ms, signature ok: a b'],
  [{ ...request, status: 0, reason: 'connection cut' }, 'POST /v3/pay?a=1 --- 3 ms, signature ok: connection cut'],
  [{ ...notification, attempt: 1, status: 204 }, 'notify REFUND.SUCCESS http://127.0.0.1/n #1 204'],
  [{ ...notification, attempt: 2, error: 'no response within 5 s', retryIn: 15 },
    'notify REFUND.SUCCESS http://127.0.0.1/n #2 no response within 5 s, again in 15 s'],
  [{ event: 'failure', message: 'disk\nfull' }, 'failure disk full'],
])('formats an event as one line, without colours in a pipe', (event, line) => {
  expect(logLine(event, time, paintFor(pipe))).toBe(`03:04:05 ${line}`)
})

test('uses the colours of a terminal, if it has any', () => {
  const line = logLine({ ...request, status: 404 }, time, paintFor(terminal(true)))
  expect(line).toBe('03:04:05 POST /v3/pay?a=1 \u001B[33m404\u001B[39m 3 ms, \u001B[32msignature ok\u001B[39m')
  expect(paintFor(terminal(false))('red', 'plain')).toBe('plain')
})

test('formats an event as one line of JSON', () => {
  const event = { ...request, status: 401, reason: 'a\nb\u009B2J\u202Ec\u{E0041}' } as const
  const line = jsonLine(event, time)
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(JSON.parse(line)).toEqual({ time: time.toISOString(), ...event })
})
