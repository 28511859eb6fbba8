import type { Identity } from './identity.ts'

/** Returns the options of `createClient` for a client that acts as the identity's merchant and trusts its platform. */
export function clientSettings({ mchid, serial, privateKey, secret, platform }: Identity) {
  const certs: Record<string, string> = {
    [platform.serial]: platform.certificate,
    [platform.publicKeyId]: platform.publicKey,
  }
  return { mchid, serial, privateKey, certs, secret }
}
