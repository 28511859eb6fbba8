import { describe, expect, test } from 'vitest'
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

  test('is one of the family and of no other kind', () => {
    expect(error).toBeInstanceOf(Error)
    expect(errors.isWxpayError(error)).toBe(true)
    expect(Object.entries(guards).filter(([, is]) => is(error)).map(([name]) => name)).toEqual([name])
  })

  test('calls itself by its name', () => {
    expect(error.name).toBe(name)
    expect(String(error)).toMatch(new RegExp(`^${name}: `))
  })
})

test.each([undefined, null, 'ApiError', { name: 'ApiError' }, new Error('no')])('%o is none of ours', (other) => {
  expect(errors.isWxpayError(other)).toBe(false)
  expect(errors.isApiError(other)).toBe(false)
})

test('each keeps what it was made of', () => {
  expect(family.ApiError).toMatchObject(parts)
  expect(family.ArgumentError).toMatchObject({ argument: 'mchid', message: 'mchid: is empty' })
  expect(family.NetworkError.cause).toEqual(new Error('ECONNRESET'))
  expect(family.SignatureError).toMatchObject({ reason: 'forged', serial: 'S', requestId: '08F' })
})
