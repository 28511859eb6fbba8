import { expect, test } from 'vitest'
import { buildHeaders } from '../../src/transport/headers.ts'

/** A browser names itself. */
const agent = 'location' in globalThis ? {} : { 'User-Agent': 'wxpay-live' }

test('what the client sends of its own', () => {
  expect(buildHeaders('GET')).toEqual({ Accept: 'application/json', ...agent })
  expect(buildHeaders('POST')).toEqual({ 'Accept': 'application/json', 'Content-Type': 'application/json', ...agent })
})

test('the caller\'s win, in whatever case they are written', () => {
  expect(buildHeaders('POST', { 'content-TYPE': 'text/plain', 'accept': '*/*', 'Wechatpay-Serial': 'PUB_KEY_ID_1' }))
    .toEqual({ 'content-TYPE': 'text/plain', 'accept': '*/*', 'Wechatpay-Serial': 'PUB_KEY_ID_1', ...agent })
})

test.each(['Authorization', 'authorization', 'AUTHORIZATION'])('%s is left to the signature', (name) => {
  expect(Object.keys(buildHeaders('GET', { [name]: 'mine' }))).toEqual(['Accept', ...Object.keys(agent)])
})

test.each<[string, unknown, string]>([
  ['a line break', { 'X-Secret': 'hush\nX-Injected: 1' }, 'headers["X-Secret"]: not a valid header'],
  ['text beyond Latin-1', { 'X-Name': '用户' }, 'headers["X-Name"]: not a valid header'],
  ['no string', { 'X-Count': 1 }, 'headers["X-Count"]: not a valid header'],
  ['no name', { '': 'x' }, 'headers[""]: not a valid header'],
  ['a name of two words', { 'X Y': 'x' }, 'headers["X Y"]: not a valid header'],
])('%s is refused, without showing the value', (_, headers, problem) => {
  expect(() => buildHeaders('GET', headers)).toThrow(problem)
  expect(() => buildHeaders('GET', headers)).toThrow(/^(?!.*hush)/s)
})

test('headers that are none', () => {
  expect(() => buildHeaders('GET', [['Accept', '*/*']])).toThrow('headers: expected an object')
})
