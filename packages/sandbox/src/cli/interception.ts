import { resolve } from 'node:path'
import { getProxyForUrl } from 'proxy-from-env'
import { certify } from '../identity/authority.ts'
import { hosts } from '../identity/hosts.ts'
import { isLoopback } from '../server/loopback.ts'
import type { ProxyOptions } from '../server/proxy.ts'
import { authorityFile } from './authority-file.ts'
import type { CliOptions } from './options.ts'
import { type TrustFiles, trustFiles } from './trust-files.ts'

/** What it takes to be the proxy of programs that ask WeChat Pay's own hosts. */
export interface Interception {
  proxy: ProxyOptions
  /** The files by which these programs trust it. */
  trust: TrustFiles
}

/**
 * Prepares the interception, with an authority that is kept beside the identity. Other hosts are reached as this process
 * would, by the proxy that its environment names.
 *
 * @throws Error if a file cannot be read or written
 */
export async function interception(options: CliOptions): Promise<Interception> {
  const { identity, host, proxyPort, only = false } = options
  const folder = resolve(identity)
  const authority = await authorityFile(folder, hosts)
  const proxy: ProxyOptions = {
    hosts, port: proxyPort,
    // Other machines must not reach the world by this one.
    only: only || !isLoopback(host),
    credentials: await certify(hosts, authority, Date.now()),
    upstream: hostname => getProxyForUrl(`https://${hostname}`) || undefined,
  }
  return { proxy, trust: await trustFiles(folder, authority.certificate) }
}
