import { createIdentity } from '../src/identity/index.ts'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const message = new TextEncoder().encode('a'.repeat(400))

/** Returns how often per second this machine verifies and creates an RSA-2048 signature, on all cores. */
export async function rsaFloor(seconds: number): Promise<number> {
  const { platform } = await createIdentity()
  const der = (pem: string) => Buffer.from(pem.replace(/-----.*?-----/g, ''), 'base64')
  const privateKey = await crypto.subtle.importKey('pkcs8', der(platform.privateKey), algorithm, false, ['sign'])
  const publicKey = await crypto.subtle.importKey('spki', der(platform.publicKey), algorithm, false, ['verify'])
  const signature = await crypto.subtle.sign(algorithm, privateKey, message)
  const end = performance.now() + seconds * 1000
  let count = 0
  await Promise.all(Array.from({ length: 10 }, async () => {
    for (; performance.now() < end; count++) {
      await crypto.subtle.verify(algorithm, publicKey, signature, message)
      await crypto.subtle.sign(algorithm, privateKey, message)
    }
  }))
  return count / seconds
}
