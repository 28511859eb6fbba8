import { assertFunctions, assertKnown } from './arguments.ts'
import { readPrivateKeyPem, readPublicKeyPem } from './crypto/pem.ts'
import { ArgumentError } from './errors/argument-error.ts'
import type { ClientOptions, Hooks } from './options.ts'
import { randomNonce } from './signing/nonce.ts'
import { fetchSync } from '#sync'

/** The options of a client once they are known to be usable: keys as DER bytes, defaults filled in. */
export interface Settings extends Required<Pick<ClientOptions, 'fetch' | 'fetchSync' | 'nonce' | 'now'>> {
  mchid: string
  serial: string
  /** PKCS#8 */
  privateKey: Uint8Array<ArrayBuffer>
  /** SubjectPublicKeyInfo, by serial number or `PUB_KEY_ID_…`. */
  certs: Map<string, Uint8Array<ArrayBuffer>>
  /** Without a slash at its end. */
  baseUrl: string
  hooks: Hooks
}

const names = Object.keys({
  mchid: 1, serial: 1, privateKey: 1, certs: 1, secret: 1, baseUrl: 1, hooks: 1, fetch: 1, fetchSync: 1,
  now: 1, nonce: 1,
} satisfies Record<keyof ClientOptions, 1>)

/**
 * Checks a client's options, so that nothing about them can go wrong later.
 *
 * @throws ArgumentError naming the option, never showing a key
 */
export function readOptions(options: ClientOptions): Settings {
  assertKnown('options', options, names)
  const { hooks = {}, fetch, fetchSync: sendSync, now, nonce } = options
  assertKnown('hooks', hooks, ['request', 'response'])
  assertFunctions({ 'hooks.request': hooks.request, 'hooks.response': hooks.response })
  assertFunctions({ fetch, fetchSync: sendSync, now, nonce })
  assertSecret(options.secret)
  const serial = readToken('serial', options.serial)
  return {
    mchid: readToken('mchid', options.mchid),
    serial,
    privateKey: readPrivateKeyPem('privateKey', options.privateKey),
    certs: readCerts(options.certs, serial),
    baseUrl: readBaseUrl(options.baseUrl ?? 'https://api.mch.weixin.qq.com'),
    hooks,
    // Looked up at each call: whoever replaces the global later, as mocks do, means this client too.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    fetchSync: sendSync ?? fetchSync,
    now: now ?? Date.now,
    nonce: nonce ?? randomNonce,
  }
}

/** A value that stands between quotation marks in the `Authorization` header. */
function readToken(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\w-]+$/.test(value)) return value
  throw new ArgumentError(name, 'expected a string of letters and digits')
}

function readCerts(certs: unknown, serial: string): Settings['certs'] {
  const entries = typeof certs === 'object' ? Object.entries(certs ?? {}) : []
  const wanted = 'a platform certificate or WeChat Pay public key by its serial number or PUB_KEY_ID_…'
  if (entries.length === 0) throw new ArgumentError('certs', `expected ${wanted}, at least one`)
  return new Map(entries.map(([id, pem]) => {
    const name = `certs[${JSON.stringify(id)}]`
    if (id === serial) throw new ArgumentError(name, `is the merchant's own certificate; expected ${wanted}`)
    return [id, readPublicKeyPem(name, pem)]
  }))
}

function readBaseUrl(baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' ? URL.parse(baseUrl) : null
  if (url && /^https?:$/.test(url.protocol) && url.origin + url.pathname === url.href) {
    return url.href.replace(/\/+$/, '')
  }
  throw new ArgumentError('baseUrl', 'expected an absolute http(s) URL without user, query or fragment')
}

function assertSecret(secret: unknown): void {
  if (secret === undefined) return
  if (typeof secret === 'string' && new TextEncoder().encode(secret).length === 32) return
  throw new ArgumentError('secret', 'an APIv3 key is a string of 32 bytes')
}
