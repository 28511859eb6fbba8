import type { ClientSettings } from '../messages.ts'

/** The platform's key for encryption: the public key if there is one, else the last certificate. */
export function platformKey({ certs }: ClientSettings): { id: string, key: string } {
  const all = Object.entries({ ...certs as Record<string, string> })
  const [id, key] = all.find(([id]) => id.startsWith('PUB_KEY_ID_')) ?? all.at(-1) ?? ['', '']
  return { id, key }
}

/** The keys that examples can use, as JSON. */
export function keysOf(client: ClientSettings): string {
  const { id, key } = platformKey(client)
  const { secret = null, privateKey } = client
  return JSON.stringify({ secret, privateKey, publicKeyId: id, publicKey: key })
}
