import { expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'
import { op } from '../../support/tables.ts'

const paths = ['billdownload/file', 'transferdownload/signfile', 'transferdownload/elecvoucherfile']
const catalog = { operations: paths.map(path => ({ ...op(`GET /v3/${path}`), returns: 'binary' as const })) }
const ask = (path: string, strict: boolean) =>
  openFlow({ catalog, strict }).fetch(signed('GET', `/v3/${path}?token=x`))

test.each([
  ['billdownload/file', 'text/plain; charset=utf-8', /^交易时间,/],
  ['transferdownload/signfile', 'application/pdf', /^%PDF-1\.4\n/],
  ['transferdownload/elecvoucherfile', 'application/pdf', /^%PDF-1\.4\n/],
])('rejects an unknown token at %s if strict, and returns a sample file if lenient', async (path, type, start) => {
  expect((await ask(path, true)).status).toBe(404)
  const response = await ask(path, false)
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type])
  expect(await response.text()).toMatch(start)
})
