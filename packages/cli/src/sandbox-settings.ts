import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Identity } from '@wxpay-live/sandbox'

/** Writes the keys of a merchant to a folder; returns the settings that a program reads, as `wxpay-sandbox` prints them. */
export async function writeSettings(identity: Identity, folder: string): Promise<Record<string, string>> {
  const { mchid, serial, secret, privateKey, platform } = identity
  const settings = {
    WXPAY_MCHID: mchid,
    WXPAY_SERIAL: serial,
    WXPAY_PRIVATE_KEY: join(folder, 'apiclient_key.pem'),
    WXPAY_APIV3_KEY: secret,
    WXPAY_PUBLIC_KEY_ID: platform.publicKeyId,
    WXPAY_PUBLIC_KEY: join(folder, 'pub_key.pem'),
  }
  await writeFile(settings.WXPAY_PRIVATE_KEY, privateKey, { mode: 0o600 })
  await writeFile(settings.WXPAY_PUBLIC_KEY, platform.publicKey)
  return settings
}
