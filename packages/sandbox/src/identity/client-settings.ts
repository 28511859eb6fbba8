import type { Identity } from './identity.ts'

/** The settings with which a client is the identity's merchant and trusts its platform, for `createClient`. */
export function clientSettings({ mchid, serial, privateKey, secret, platform }: Identity) {
  const certs: Record<string, string> = {
    [platform.serial]: platform.certificate,
    [platform.publicKeyId]: platform.publicKey,
  }
  return { mchid, serial, privateKey, certs, secret }
}
