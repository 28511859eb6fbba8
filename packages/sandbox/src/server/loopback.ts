/** Whether a host name, as in `URL.hostname`, always means this machine. */
export const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)

/** Returns the host name of a `Host` header or URL; `undefined` if it is malformed. */
export function hostnameOf(text: string): string | undefined {
  try {
    return new URL(text.includes('://') ? text : `http://${text}`).hostname
  } catch {
    return undefined
  }
}
