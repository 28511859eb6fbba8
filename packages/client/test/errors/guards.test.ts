import { describe, expect, it } from 'vitest'
import * as errors from '../../src/errors/index.ts'

const parts = { status: 400, code: 'PARAM_ERROR', detail: undefined, requestId: '08F', verified: true }
const family = {
  ApiError: new errors.ApiError('no', parts),
  ArgumentError: new errors.ArgumentError('mchid', 'is empty'),
  DecryptionError: new errors.DecryptionError('no'),
  NetworkError: new errors.NetworkError('no', { cause: new Error('ECONNRESET') }),
  SignatureError: new errors.SignatureError('no', { reason: 'forged', serial: 'S', requestId: '08F' }),
}

describe.each(Object.entries(family))('%s', (name, error) => {
  const guards = {
    ApiError: errors.isApiError,
    ArgumentError: errors.isArgumentError,
    DecryptionError: errors.isDecryptionError,
    NetworkError: errors.isNetworkError,
    SignatureError: errors.isSignatureError,
  }

  it('is a WxpayError and no other class', () => {
    expect(error).toBeInstanceOf(Error)
    expect(errors.isWxpayError(error)).toBe(true)
    expect(Object.entries(guards).filter(([, is]) => is(error)).map(([name]) => name)).toEqual([name])
  })

  it('has its class name', () => {
    expect(error.name).toBe(name)
    expect(String(error)).toMatch(new RegExp(`^${name}: `))
  })
})

it.each([undefined, null, 'ApiError', { name: 'ApiError' }, new Error('no')])('does not accept %o', (other) => {
  expect(errors.isWxpayError(other)).toBe(false)
  expect(errors.isApiError(other)).toBe(false)
})

it('keeps its members', () => {
  expect(family.ApiError).toMatchObject(parts)
  expect(family.ArgumentError).toMatchObject({ argument: 'mchid', message: 'mchid: is empty' })
  expect(family.NetworkError.cause).toEqual(new Error('ECONNRESET'))
  expect(family.SignatureError).toMatchObject({ reason: 'forged', serial: 'S', requestId: '08F' })
})
