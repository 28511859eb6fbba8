import { expect, it } from 'vitest'
import { expectedMessage } from '../../../theme/wire/sign-error.ts'

it('finds the string that should have been signed', () => {
  const body = JSON.stringify({
    code: 'SIGN_ERROR',
    message: '错误的签名，验签失败',
    detail: {
      field: 'signature',
      issue: 'sign not match',
      location: 'authorization',
      sign_information: { method: 'GET', sign_message_length: 70, truncated_sign_message: 'GET\n/v3/certificates\n1\nN\n\n' },
    },
  })
  expect(expectedMessage(body)).toBe('GET\n/v3/certificates\n1\nN\n\n')
})

it.each([
  '',
  'null',
  '<html>',
  '{"code":"SIGN_ERROR"}',
  '{"detail":null}',
  '{"detail":{"sign_information":{"truncated_sign_message":1}}}',
])('finds none in %j', (body) => {
  expect(expectedMessage(body)).toBeUndefined()
})
