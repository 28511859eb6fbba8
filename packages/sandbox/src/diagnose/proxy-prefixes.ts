const words = [
  'api', 'gateway', 'mch', 'open', 'pay', 'payment', 'proxy', 'wechat', 'wechatpay', 'weixin', 'wx', 'wxpay', 'wxpay-proxy',
].map(word => `/${word}`)

/** The paths under which reverse proxies usually serve WeChat Pay. */
const usual = [...words, ...words.flatMap(first => words.map(second => first + second))]

/** Whether a host is WeChat Pay's. */
export const isOfficial = (host: string) => /(?:^|\.)mch\.weixin\.qq\.com(?::\d+)?$/i.test(host)

/** Returns the prefixes that may stand before the path which WeChat Pay receives, that of the URL first. */
export function proxyPrefixes(url: string): string[] {
  const own = prefixOf(url)
  return own ? [own, ...usual] : usual
}

/** Returns the path before `/v3/` in the URL of a proxy; empty if there is none. */
export function prefixOf(url: string): string {
  const [, host = '', prefix = ''] = /^(?:[a-z]+:\/\/([^/?#]*))?(\/[^?#]*?)\/v3\//i.exec(url) ?? []
  return isOfficial(host) || /^\/+$/.test(prefix) || prefix === '/hk' ? '' : prefix
}
