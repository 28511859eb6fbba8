import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { decodeBase64, encodeBase64 } from '../values/base64.ts'
import { isObject } from '../values/json.ts'

/** What APIv3 encrypts single fields with: RSAES-OAEP with SHA-1 and MGF1. */
const algorithm = { name: 'RSA-OAEP' }

type Change = (text: string, pointer: string) => Promise<string>

/** Encrypts the texts of fields that are marked `rsa`; answers base64. What is too long for the key stays as it stands. */
export const encryptFields = (fields: Field[], value: JsonValue, key: CryptoKey) =>
  transform(fields, value, '', async (text) => {
    const plain = new TextEncoder().encode(text)
    const longest = (key.algorithm as RsaHashedKeyAlgorithm).modulusLength / 8 - 42
    return plain.length > longest ? text : encrypt(plain, key)
  })

/** Encrypts bytes as APIv3 encrypts single fields; answers base64. */
export const encrypt = async (plain: Uint8Array<ArrayBuffer>, key: CryptoKey) =>
  encodeBase64(new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain)))

/**
 * Decrypts the texts of fields that are marked `rsa`.
 *
 * @param refuse called with the JSON pointer of a text that is not encrypted with the key; it stays where this returns
 */
export const decryptFields = (
  fields: Field[], value: JsonValue, key: CryptoKey, refuse: (pointer: string) => void,
) => transform(fields, value, '', async (text, pointer) => {
  const bytes = decodeBase64(text)
  const plain = bytes && await crypto.subtle.decrypt(algorithm, key, bytes).catch(() => undefined)
  if (plain) return new TextDecoder().decode(plain)
  refuse(pointer)
  return text
})

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

/** Whether a field, or one inside it, is encrypted with RSA. */
export const hasEncrypted = (field: Field): boolean =>
  field.encrypted === 'rsa' || (field.children?.some(hasEncrypted) ?? false)
