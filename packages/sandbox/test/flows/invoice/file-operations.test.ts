import { expect, test } from 'vitest'
import { field, operation } from '../../support/catalog.ts'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'
import { op, table } from '../../support/tables.ts'

const needed = table('token mchid sub_mchid? openid invoice_code invoice_no fapiao_id')

const path = '/v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/fapiao-files'
// The compiler makes this of a page whose operation has no fixed path.
const download = {
  ...operation('GET', '{download_url}', { query: needed }),
  page: 'openapi/v3/new-tax-control-fapiao/download',
  returns: 'binary' as const,
}
const listed = op(`GET ${path}`, table('', ['fapiao_download_info_list[]', 'fapiao_id', 'download_url', 'status']))
const catalog = { operations: [download, { ...listed, request: { ...listed.request, query: [field('fapiao_id')] } }] }

test('returns the PDF of an invoice at its address', async () => {
  const { get, fetch } = openFlow({ catalog })
  const { body } = await get(path, { fapiao_apply_id: 'A1', query: { fapiao_id: 'F1' } })
  const [offered] = body.fapiao_download_info_list as Record<'fapiao_id' | 'download_url' | 'status', string>[]
  expect(offered).toMatchObject({ fapiao_id: 'F1', status: 'ISSUED' })
  const { pathname, search } = new URL(offered!.download_url)
  expect(pathname).toBe('/v3/new-tax-control-fapiao/download')
  const response = await fetch(signed('GET', pathname + search))
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  expect(await response.text()).toMatch(/^%PDF-1\.4\n[^]*Fapiao F1[^]*%%EOF\n$/)
})

test('rejects an address it never issued', async () => {
  const query = 'token=x&mchid=1900000109&openid=o&invoice_code=1&invoice_no=1&fapiao_id=F1'
  const target = `/v3/new-tax-control-fapiao/download?${query}`
  expect((await openFlow({ catalog }).fetch(signed('GET', target))).status).toBe(404)
})
