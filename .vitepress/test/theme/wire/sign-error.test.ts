import { expect, it } from 'vitest'
import { readSignError } from '../../../theme/wire/sign-error.ts'

it.each([undefined, '待签名串的最后一行之后缺少换行符。'])('returns the expected string and the diagnosis %j', (diagnosis) => {
  const body = JSON.stringify({
    code: 'SIGN_ERROR',
    message: '错误的签名，验签失败',
    detail: {
      field: 'signature',
      detail: { issue: 'sign not match' },
      diagnosis,
      sign_message: 'GET\n/v3/certificates\n1\nN\n\n',
      location: 'authorization',
      sign_information: { method: 'GET', sign_message_length: 70, truncated_sign_message: 'GET\n/v3/certificates\n1\nN\n\n' },
    },
  })
  expect(readSignError(body)).toEqual({ expected: 'GET\n/v3/certificates\n1\nN\n\n', diagnosis })
})

it.each([
  '',
  'null',
  '<html>',
  '{"code":"SIGN_ERROR"}',
  '{"detail":null}',
  '{"detail":{"sign_message":1}}',
])('returns nothing for %j', (body) => {
  expect(readSignError(body)).toBeUndefined()
})
