import type { Operation, Source, Terms } from '@wxpay-live/compiler/model'
import { escapeHtml } from '../theme/escape-html.ts'

const sources: Record<Source, string> = {
  official: '官方页面', excerpt: '官方页面摘录', mud: 'MudWechat', skills: '官方示例', go: '官方 Go SDK', java: '官方 Java SDK',
  skit: 'SKIT', wxjava: 'WxJava',
}

const units: Record<string, string> = { s: '每秒', min: '每分钟' }

/**
 * Returns the terms of an operation as static HTML: who may call it, how often, its twin, when it was last checked.
 * Empty if the page states none.
 * @param twin the operation at the path of `counterpart`, if it has a page
 * @param renderLink turns a Markdown link into HTML
 */
export function termsHtml(
  terms: Terms, twin: Operation | undefined, renderLink: (markdown: string) => string,
): string {
  const { roles, rate, counterpart, verified } = terms
  const items = [
    roles && ['调用方', roles.join('、')],
    rate && ['频率', wordsOfRate(rate)],
    counterpart && ['对应接口', twin ? renderLink(linkTo(twin)) : `<code>${escapeHtml(counterpart)}</code>`],
    verified && ['核对', wordsOf(verified)],
  ].filter(item => item !== undefined && item !== '')
  if (!items.length) return ''
  const rows = items.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`)
  return `<dl class="operation-terms">${rows.join('')}</dl>\n`
}

function wordsOfRate(rate: string): string {
  const [count, unit = ''] = rate.split('/')
  return `每个商户${units[unit] ?? ''} ${count} 次`
}

function wordsOf({ date, by }: NonNullable<Terms['verified']>): string {
  return by.length ? `${date}，对照${by.map(source => sources[source]).join('、')}` : `${date}，没有独立来源可对照`
}

function linkTo({ title, page, anchor, roles = [] }: Operation): string {
  const path = `/${page.split('/').map(encodeURIComponent).join('/')}`
  return `[${title}](${path}#${anchor})${roles.length ? `（${roles.join('、')}）` : ''}`
}
