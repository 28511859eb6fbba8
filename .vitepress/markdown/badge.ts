import { escapeHtml } from '../theme/escape-html.ts'

/**
 * Returns the badge of an operation or a notification as static HTML.
 * @param method the HTTP method, or 通知
 * @param path the path template, or the event type of a notification page
 */
export function badgeHtml(method: string, path: string): string {
  const label = path.startsWith('/') ? '复制路径' : '复制事件类型'
  const segments = path.split(/(?=[/.])/).map(segment => `<wbr>${escapeHtml(segment)}`).join('')
  return `<div class="operation-badge"><span class="operation-method" data-method="${escapeHtml(method)}">${escapeHtml(method)}</span>`
    + `<code>${segments}</code><span class="copy-button"><button type="button" aria-label="${label}" title="${label}"></button>`
    + '<span class="copy-feedback" role="status"></span></span></div>\n'
}
