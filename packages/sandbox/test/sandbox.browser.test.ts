import { expect, test } from 'vitest'
import { createIdentity } from '../src/identity/index.ts'
import { createSandbox } from '../src/index.ts'
import { catalog } from './support/catalog.ts'

test('creates an identity and responds in a browser', async () => {
  const identity = await createIdentity()
  const sandbox = createSandbox({ catalog, identity, strict: false })
  const url = 'https://api.mch.weixin.qq.com/v3/certificates'
  const timestamp = Math.floor(Date.now() / 1000)
  const signature = await sign(identity.privateKey, `GET\n/v3/certificates\n${timestamp}\nnonce\n\n`)
  const response = await sandbox.fetch(new Request(url, {
    headers: {
      Authorization: `WECHATPAY2-SHA256-RSA2048 mchid="1900000109",serial_no="${identity.serial}",`
        + `nonce_str="nonce",timestamp="${timestamp}",signature="${signature}"`,
    },
  }))
  expect(response.status).toBe(200)
  expect(response.headers.get('Wechatpay-Serial')).toBe(identity.platform.serial)
  expect((await response.json()).data[0].serial_no).toBe(identity.platform.serial)

  const refused = await sandbox.fetch(new Request(url))
  expect(refused.status).toBe(401)
})

/** Signs with the browser's own WebCrypto, without our client. */
async function sign(pem: string, message: string): Promise<string> {
  const der = Uint8Array.from(atob(pem.replace(/-----.*-----/g, '')), character => character.charCodeAt(0))
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
  const bytes = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(message))
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}
