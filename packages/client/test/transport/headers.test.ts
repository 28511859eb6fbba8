import { expect, it } from 'vitest'
import { buildHeaders } from '../../src/transport/headers.ts'

/** A browser sets User-Agent itself. */
const agent = 'location' in globalThis ? {} : { 'User-Agent': 'wxpay-live' }

it('sends the headers of the client', () => {
  expect(buildHeaders('GET')).toEqual({ Accept: 'application/json', ...agent })
  expect(buildHeaders('POST')).toEqual({ 'Accept': 'application/json', 'Content-Type': 'application/json', ...agent })
})

it('prefers the caller\'s headers in any case', () => {
  expect(buildHeaders('POST', { 'content-TYPE': 'text/plain', 'accept': '*/*', 'Wechatpay-Serial': 'PUB_KEY_ID_1' }))
    .toEqual({ 'content-TYPE': 'text/plain', 'accept': '*/*', 'Wechatpay-Serial': 'PUB_KEY_ID_1', ...agent })
})

it.each(['Authorization', 'authorization', 'AUTHORIZATION'])('drops the header %s of the caller', (name) => {
  expect(Object.keys(buildHeaders('GET', { [name]: 'mine' }))).toEqual(['Accept', ...Object.keys(agent)])
})

it.each<[string, unknown, string]>([
  ['a line break', { 'X-Secret': 'hush\nX-Injected: 1' }, 'headers["X-Secret"]: not a valid header'],
  ['text beyond Latin-1', { 'X-Name': '用户' }, 'headers["X-Name"]: not a valid header'],
  ['a number', { 'X-Count': 1 }, 'headers["X-Count"]: not a valid header'],
  ['an empty name', { '': 'x' }, 'headers[""]: not a valid header'],
  ['a name of two words', { 'X Y': 'x' }, 'headers["X Y"]: not a valid header'],
])('refuses %s without showing the value', (_, headers, problem) => {
  expect(() => buildHeaders('GET', headers)).toThrow(problem)
  expect(() => buildHeaders('GET', headers)).toThrow(/^(?!.*hush)/s)
})

it('refuses headers that are not an object', () => {
  expect(() => buildHeaders('GET', [['Accept', '*/*']])).toThrow('headers: expected an object')
})
