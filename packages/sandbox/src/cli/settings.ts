import type { IdentityFolder } from './identity-folder.ts'

/** Returns a client's settings by environment variable; private keys only as paths. */
export function settings({ identity, files }: IdentityFolder, url: string): Record<string, string> {
  return {
    WXPAY_BASE_URL: url,
    WXPAY_MCHID: identity.mchid,
    WXPAY_SERIAL: identity.serial,
    WXPAY_PRIVATE_KEY: files.privateKey,
    WXPAY_CERTIFICATE: files.certificate,
    WXPAY_APIV3_KEY: identity.secret,
    ...identity.apiv2Key !== undefined && { WXPAY_APIV2_KEY: identity.apiv2Key },
    WXPAY_PUBLIC_KEY_ID: identity.platform.publicKeyId,
    WXPAY_PUBLIC_KEY: files.publicKey,
    WXPAY_PLATFORM_SERIAL: identity.platform.serial,
    WXPAY_PLATFORM_CERTIFICATE: files.platformCertificate,
  }
}

/** Formats settings as lines of a `.env` file that a shell can read too. */
export const asEnv = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => `${name}=${quote(value)}`).join('\n')

const quote = (value: string) => /[^\w./:-]/.test(value) ? `'${value.replaceAll('\'', '\'\\\'\'')}'` : value
