import type { Operation } from '@wxpay-live/compiler/model'
import { expect, test } from 'vitest'
import { termsHtml } from '../../markdown/terms.ts'

const twin: Operation = {
  method: 'POST', path: '/v3/b', title: '下单', page: 'openapi/v3/b/{id}', anchor: 'post', roles: ['服务商'],
  request: { path: [], query: [], headers: [] }, response: [], example: { path: {} }, references: [],
}
const textOf = (html: string) => html.replace(/<\/div>/g, '\n').replace(/<\/dt>/g, '：').replace(/<[^>]*>/g, '').trim()

test('shows the callers, the rate, the twin and the sources of an operation', () => {
  const html = termsHtml({
    roles: ['直连商户', '平台商户'], rate: '150/s', counterpart: '/v3/b', verified: { date: '2026-11-28', by: ['official', 'go'] },
  }, twin, link => link)
  expect(textOf(html).split('\n')).toEqual([
    '调用方：直连商户、平台商户', '频率：每个商户每秒 150 次', '对应接口：[下单](/openapi/v3/b/%7Bid%7D#post)（服务商）',
    '核对：2026-11-28，对照官方页面、官方 Go SDK',
  ])
})

test('shows the path of a twin without a page, and that no source was found', () => {
  const html = termsHtml({ rate: '1000/min', counterpart: '/v3/<c>', verified: { date: '2026-11-28', by: [] } }, undefined, String)
  expect(html).toContain('<code>/v3/&#60;c&#62;</code>')
  expect(textOf(html)).toContain('每分钟 1000 次')
  expect(textOf(html)).toContain('2026-11-28，没有独立来源可对照')
})

test('is empty for a page that states nothing', () => {
  expect(termsHtml({}, undefined, String)).toBe('')
})
