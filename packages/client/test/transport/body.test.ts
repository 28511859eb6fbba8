import { expect, it } from 'vitest'
import type { RequestOptions } from '../../src/options.ts'
import { buildBody } from '../../src/transport/body.ts'
import { buildMultipart } from '../../src/transport/multipart.ts'

it.each<[Omit<RequestOptions, 'body'> & { body?: RequestOptions['body'] | undefined }, string]>([
  [{}, ''],
  [{ json: undefined, body: undefined }, ''],
  [{ body: '' }, ''],
  [{ body: '{"a" : 1}\n' }, '{"a" : 1}\n'],
  [{ body: new TextEncoder().encode('\ufeff{"a":"用户"}') }, '\ufeff{"a":"用户"}'],
  [{ body: new TextEncoder().encode('{}').buffer }, '{}'],
  [{ json: { reason: '用户', path: 'a/b' } }, '{"reason":"用户","path":"a/b"}'],
  [{ json: [] }, '[]'],
  [{ json: 'text' }, '"text"'],
  [{ json: { half: '\ud800' } }, '{"half":"\\ud800"}'],
])('sends %j as %j', (options, body) => {
  expect(buildBody('POST', options as RequestOptions, nonce, buildMultipart)).toEqual({ body })
})

const nonce = () => 'N'
const cycle: Record<string, unknown> = {}
cycle.self = cycle

it.each<[string, string, object, string]>([
  ['both', 'POST', { json: {}, body: '' }, 'body: use json or body, not both'],
  ['a body on GET', 'GET', { body: 'x' }, 'body: a GET request has no body; use { query: { … } }'],
  ['JSON on GET', 'GET', { json: {} }, 'json: a GET request has no body'],
  ['an object as body', 'POST', { body: {} }, 'body: expected text, bytes, FormData or { meta, file }'],
  ['a null as body', 'POST', { body: null }, 'body: expected text, bytes'],
  ['a function as JSON', 'POST', { json: () => 1 }, 'json: expected JSON, got a function'],
  ['a cycle', 'POST', { json: cycle }, 'json: expected JSON: Converting circular structure'],
  ['a bigint', 'POST', { json: { total: 1n } }, 'json: expected JSON'],
  ['bytes that are not text', 'POST', { body: Uint8Array.of(0x89, 0x50) }, 'body: expected bytes of UTF-8 text; send a file as'],
  ['half a surrogate pair', 'POST', { body: '\ud800' }, 'body: is not well-formed Unicode'],
])('refuses %s', (_, method, options, problem) => {
  expect(() => buildBody(method, options as RequestOptions, nonce, buildMultipart)).toThrow(problem)
})
