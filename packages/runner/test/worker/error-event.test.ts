import { NetworkError } from '@wxpay-live/client'
import { describe, expect, it } from 'vitest'
import { errorEvent } from '../../src/worker/error-event.ts'
import { CodeError } from '../../src/typescript/code-error.ts'
import { hostileValues } from '../support/hostile.ts'

describe('errorEvent', () => {
  it('reports name and message', () => {
    expect(errorEvent(new RangeError('too far'))).toEqual({ type: 'error', name: 'RangeError', message: 'too far' })
  })

  it('reports additional properties of an error', () => {
    const error = Object.assign(new Error('PARAM_ERROR'), { status: 400, detail: { field: '/reason' }, code: undefined })
    expect(errorEvent(error).detail).toBe(`{\n  status: 400,\n  detail: {\n    field: '/reason'\n  }\n}`)
  })

  it('finds the line of the example below stack frames of other modules', () => {
    const error = new Error('no')
    error.stack = [
      'Error: no',
      '    at send (http://127.0.0.1/assets/worker.js:1:9000)',
      '    at blob:http://127.0.0.1/5e1f-8a:12:7',
    ].join('\n')
    expect(errorEvent(error)).toMatchObject({ line: 12, column: 7 })
  })

  it('says in Chinese what the client reports, with the message that the program gets', () => {
    expect(errorEvent(new NetworkError('GET https://x/v3 got no response: Failed to fetch'))).toEqual({
      type: 'error',
      name: 'NetworkError',
      message: 'GET https://x/v3 没有得到应答：Failed to fetch',
      detail: `{\n  message: 'GET https://x/v3 got no response: Failed to fetch'\n}`,
    })
  })

  it('finds the line of a syntax error', () => {
    expect(errorEvent(new CodeError('SyntaxError', 'no', 2, 7))).toEqual({ type: 'error', name: 'SyntaxError', message: 'no', line: 2, column: 7 })
  })

  it.each([[undefined, 'undefined'], ['gone', `'gone'`], [{ code: 1 }, '{ code: 1 }']])('reports the thrown value %j', (thrown, message) => {
    expect(errorEvent(thrown)).toEqual({ type: 'error', name: 'Uncaught', message })
  })

  it.each([...hostileValues])('reports %s that throws', (_what, thrown) => {
    expect(errorEvent(thrown)).toEqual({
      type: 'error', name: 'Uncaught', message: expect.stringMatching(/^(?:\[Error: x\]|（这个值读不出来：它的 getter 或 Proxy 抛出了异常）)$/),
    })
  })

  it.each([
    ['name', { name: { a: 1 } }, { name: '{ a: 1 }', message: 'no' }],
    ['message', { message: { a: 1n } }, { name: 'Error', message: '{ a: 1n }' }],
    ['stack', { stack: () => {} }, { name: 'Error', message: 'no' }],
  ])('reports an error whose %s is not a string', (_what, members, expected) => {
    expect(errorEvent(Object.assign(new Error('no'), members))).toMatchObject(expected)
  })
})
