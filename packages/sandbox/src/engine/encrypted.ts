import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { modulusBytes } from '../identity/keys.ts'
import { decodeBase64, encodeBase64 } from '../values/base64.ts'
import { isObject } from '../values/json.ts'

/** The algorithm that encrypts fields in APIv3: RSAES-OAEP with SHA-1 and MGF1. */
const algorithm = { name: 'RSA-OAEP' }

/** Bytes that the padding takes of the modulus (RFC 8017, section 7.1.1). */
const overhead = 42

type Change = (text: string, pointer: string) => Promise<string>

/** Encrypts the fields marked `rsa`, in base64; text that is too long for the key stays unchanged. */
export const encryptFields = (fields: Field[], value: JsonValue, key: CryptoKey) =>
  transform(fields, value, '', async (text) => {
    const plain = new TextEncoder().encode(text)
    return plain.length > modulusBytes(key) - overhead ? text : encrypt(plain, key)
  })

/** Encrypts the bytes of a field; returns base64. */
export const encrypt = async (plain: Uint8Array<ArrayBuffer>, key: CryptoKey) =>
  encodeBase64(new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain)))

/**
 * Decrypts the fields marked `rsa`.
 *
 * @param refuse called with text that is not encrypted with the key, and its JSON pointer; the text stays if it returns
 */
export const decryptFields = (
  fields: Field[], value: JsonValue, key: CryptoKey, refuse: (text: string, pointer: string) => Promise<void>,
) => transform(fields, value, '', async (text, pointer) => {
  const plain = await decrypt(text, key)
  if (plain !== undefined) return plain
  await refuse(text, pointer)
  return text
})

/** Decrypts a field; `undefined` if it is not encrypted with the key. */
export async function decrypt(text: string, key: CryptoKey): Promise<string | undefined> {
  const bytes = decodeBase64(text)
  const plain = bytes && await crypto.subtle.decrypt(algorithm, key, bytes).catch(() => undefined)
  return plain && new TextDecoder().decode(plain)
}

async function transform(fields: Field[], value: JsonValue, at: string, change: Change): Promise<JsonValue> {
  if (Array.isArray(value)) {
    return Promise.all(value.map((item, index) => transform(fields, item, `${at}/${index}`, change)))
  }
  if (!isObject(value)) return value
  const changed = { ...value }
  for (const field of fields.filter(hasEncrypted)) {
    const member = value[field.name]
    const pointer = `${at}/${field.name}`
    if (member === undefined) continue
    changed[field.name] = field.encrypted === 'rsa' && typeof member === 'string'
      ? await change(member, pointer)
      : await transform(field.children ?? [], member, pointer, change)
  }
  return changed
}

/** Whether a field, or a field in it, is encrypted with RSA. */
export const hasEncrypted = (field: Field): boolean =>
  field.encrypted === 'rsa' || (field.children?.some(hasEncrypted) ?? false)
