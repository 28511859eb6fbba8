/** Returns the scheme and host that the client asked, also through a proxy that says so. */
export function originOf({ url, headers }: Pick<Request, 'url' | 'headers'>): string {
  const { protocol, host } = new URL(url)
  const scheme = /^https?(?=,|$)/.exec(headers.get('X-Forwarded-Proto') ?? '')?.[0]
  return `${scheme ?? protocol.slice(0, -1)}://${host}`
}
