import { type ClientOptions, createClient } from '@wxpay-live/client'
import { decryptAesGcm, encryptAesGcm, importPrivateKey, importPublicKey, sign, verify } from '@wxpay-live/client/crypto'

/** A cryptographic operation for the prelude. Keys are PEM. */
export type CryptoCall
  = | { do: 'encrypt' | 'decrypt' | 'sign', text: string, key: string }
    | { do: 'verify', text: string, signature: string, key: string }
    | { do: 'seal' | 'open', text: string, key: string, nonce: string, associatedData: string }

/** Returns the function that encrypts and signs for PHP. It takes a {@link CryptoCall} and resolves to `value` or `failure`, as JSON. */
export function createCrypto(client: ClientOptions): (call: string) => Promise<string> {
  return async (json) => {
    try {
      return JSON.stringify({ value: await perform(JSON.parse(json) as CryptoCall, client) })
    } catch (error) {
      return JSON.stringify({ failure: error instanceof Error ? error.message : String(error) })
    }
  }
}

async function perform(call: CryptoCall, client: ClientOptions): Promise<string | boolean> {
  switch (call.do) {
    case 'encrypt': return String(await createClient({ ...client, certs: trusting(call.key) }).encrypt(call.text))
    case 'decrypt': return createClient({ ...client, privateKey: call.key }).decrypt(call.text)
    case 'sign': return sign(await importPrivateKey(call.key), call.text)
    case 'verify': return verify(await importPublicKey(call.key), call.text, call.signature)
    case 'seal': return encryptAesGcm({ ...call, plaintext: call.text })
    case 'open': return decryptAesGcm({ ...call, ciphertext: call.text })
  }
}

/** The client reads the serial number of a certificate; a public key needs an id. */
const trusting = (key: string): NonNullable<ClientOptions['certs']> =>
  key.includes('CERTIFICATE') ? [key] : { PUB_KEY_ID_0: key }
