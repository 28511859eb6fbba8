/** Whether a host name, as in `URL.hostname`, always means this machine. */
export const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)

/** Returns the address at which this machine reaches a server that listens at an address, or at all of them. */
export const reachable = (address: string) =>
  address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address

/** Returns the host name of a `Host` header or URL; `undefined` if it is malformed. */
export function hostnameOf(text: string): string | undefined {
  try {
    return new URL(text.includes('://') ? text : `http://${text}`).hostname
  } catch {
    return undefined
  }
}
