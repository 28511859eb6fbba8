import { expect, it } from 'vitest'
import type { Verification } from '../../src/options.ts'
import type { RawResponse } from '../../src/raw-response.ts'
import { assertSuccess } from '../../src/transport/assert-success.ts'

const request = { method: 'GET', url: 'https://host/v3/x', headers: {}, body: '', message: '' }
const answer = (status: number, body = '', headers: Record<string, string> = {}): RawResponse =>
  ({ status, headers: { 'request-id': '08F', ...headers }, body: new TextEncoder().encode(body) })
const verified: Verification = { verified: true, serial: 'S' }
const forged: Verification = { verified: false, serial: 'S', reason: 'forged' }

const thrownFor = (response: RawResponse, verification: Verification): unknown => {
  try {
    return assertSuccess(request, response, verification)
  } catch (error) {
    return error
  }
}

it.each([200, 201, 202, 204, 299])('accepts a verified %i', (status) => {
  expect(thrownFor(answer(status), verified)).toBeUndefined()
})

it.each([200, 204])('refuses a forged %i', (status) => {
  expect(thrownFor(answer(status), forged)).toMatchObject({
    name: 'SignatureError', reason: 'forged', serial: 'S', requestId: '08F',
    message: 'the response to GET https://host/v3/x is not trusted: forged',
  })
})

it.each([0, 301, 302, 304, 307])('refuses a %i even if it is verified', (status) => {
  expect(thrownFor(answer(status), verified)).toHaveProperty('name', 'NetworkError')
})

it.each([
  ['{"code":"PARAM_ERROR","message":"参数错误","detail":{"field":"/a"}}', 'PARAM_ERROR', '400 PARAM_ERROR: 参数错误'],
  ['{"message":"oops"}', undefined, '400: oops'],
  ['{"code":"SYSTEM_ERROR"}', 'SYSTEM_ERROR', '400, without WeChat Pay\'s error JSON: 23 bytes of text/html'],
  ['{"code":1,"message":2}', undefined, '400, without WeChat Pay\'s error JSON'],
  ['<h1>Bad Gateway</h1>', undefined, '400, without WeChat Pay\'s error JSON: 20 bytes of text/html'],
  ['', undefined, '0 bytes of text/html'],
  ['null', undefined, '4 bytes'], ['[]', undefined, '2 bytes'], ['"x"', undefined, '3 bytes'],
])('reads the refusal %j', (body, code, message) => {
  for (const verification of [verified, forged]) {
    expect(thrownFor(answer(400, body, { 'content-type': 'text/html' }), verification)).toMatchObject({
      name: 'ApiError', status: 400, code, requestId: '08F', verified: verification.verified,
      message: expect.stringMatching(/\(GET https:\/\/host\/v3\/x\)$/),
    })
    expect(thrownFor(answer(400, body, { 'content-type': 'text/html' }), verification))
      .toHaveProperty('message', expect.stringContaining(message))
  }
})
