import { decryptAesGcm } from '@wxpay-live/client/crypto'
import { decodeBase64 } from '../../values/base64.ts'
import { readJson } from '../../values/json.ts'
import type { EncryptedResource } from './encrypted-resource.ts'
import type { MessageMistakeName } from './mistakes.ts'

/** The plain text of a resource, or why it cannot be decrypted. */
export type Opened = { plain: string } | { mistake: MessageMistakeName }

/** Associated data that WeChat Pay uses. */
const usualData = ['transaction', 'refund', 'certificate', 'mch_payment', 'payscore', 'coupon', '']

const utf8 = new TextEncoder()

/** Decrypts a resource. Without its tag a text can still be read, which shows that key and nonce are right. */
export async function openResource(
  resource: EncryptedResource, apiv3Key: string, apiv2Key: string | undefined,
): Promise<Opened> {
  const plain = await decrypt(resource, apiv3Key)
  if (plain !== undefined) return { plain }
  return { mistake: await mistakeOf(resource, apiv3Key, apiv2Key) }
}

async function mistakeOf(
  resource: EncryptedResource, apiv3Key: string, apiv2Key: string | undefined,
): Promise<MessageMistakeName> {
  const { ciphertext, nonce, originalType } = resource
  if (ciphertext.includes(' ')) {
    const repaired = { ...resource, ciphertext: ciphertext.replaceAll(' ', '+') }
    if (await decrypt(repaired, apiv3Key) !== undefined) return 'plus-lost'
  }
  if (utf8.encode(nonce).length !== 12) return 'nonce-of-header'
  if (apiv2Key && await decrypt(resource, apiv2Key) !== undefined) return 'apiv2-key-used'
  for (const associatedData of [originalType ?? '', ...usualData]) {
    if (await decrypt({ ...resource, associatedData }, apiv3Key) !== undefined) return 'associated-data'
  }
  const plain = await readWithoutTag(ciphertext, nonce, apiv3Key)
  if (!plain || !/^\s*(?:\{|\[|-----BEGIN)/.test(textOf(plain))) return 'wrong-apiv3-key'
  const isWhole = isComplete(textOf(plain.subarray(0, -tagLength)))
  return isWhole && resource.associatedData === undefined ? 'associated-data' : 'ciphertext-cut'
}

/** Bytes of the authentication tag at the end of a ciphertext. */
const tagLength = 16

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Decrypts; `undefined` if the tag is wrong, or the key does not have 32 bytes. */
async function decrypt(
  { ciphertext, nonce, associatedData = '' }: EncryptedResource, key: string,
): Promise<string | undefined> {
  return decryptAesGcm({ key, nonce, associatedData, ciphertext }).catch(() => undefined)
}

/** Decrypts in counter mode, the part of GCM below the tag (NIST SP 800-38D, section 7.2), with the tag as text. */
async function readWithoutTag(
  ciphertext: string, nonce: string, key: string,
): Promise<Uint8Array | undefined> {
  const raw = utf8.encode(key)
  const bytes = decodeBase64(ciphertext.slice(0, ciphertext.length - ciphertext.length % 4))
  if (raw.length !== 32 || !bytes) return undefined
  const aes = await crypto.subtle.importKey('raw', raw, 'AES-CTR', false, ['decrypt'])
  const counter = Uint8Array.of(...utf8.encode(nonce), 0, 0, 0, 2)
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CTR', counter, length: 32 }, aes, bytes))
}

const isComplete = (text: string) => readJson(text) !== undefined || /-----END [A-Z ]+-----\s*$/.test(text)
