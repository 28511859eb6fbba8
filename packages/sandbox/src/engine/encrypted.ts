import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { failure } from './errors.ts'
import { isObject } from './types.ts'

/** What APIv3 encrypts single fields with: RSAES-OAEP with SHA-1 and MGF1. */
const algorithm = { name: 'RSA-OAEP' }

type Transform = (text: string, pointer: string) => Promise<string>

/** Encrypts the texts of fields that are marked `rsa`. */
export const encryptFields = (fields: Field[], value: JsonValue, key: CryptoKey) =>
  transform(fields, value, '', async (text) => {
    const bytes = await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode(text))
    return btoa(String.fromCharCode(...new Uint8Array(bytes)))
  })

/**
 * Decrypts the texts of fields that are marked `rsa`.
 *
 * @throws Refusal 400 `PARAM_ERROR` naming the field that is not encrypted with the key
 */
export const decryptFields = (fields: Field[], value: JsonValue, key: CryptoKey) =>
  transform(fields, value, '', async (text, pointer) => {
    try {
      const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes))
    } catch {
      throw failure(['PARAM_ERROR', `输入源“/body${pointer}”解密失败，请用 Wechatpay-Serial 对应的平台证书公钥或微信支付公钥以 RSAES-OAEP（SHA-1）加密，再做 Base64 编码`])
    }
  })

async function transform(
  fields: Field[], value: JsonValue, at: string, change: Transform,
): Promise<JsonValue> {
  if (Array.isArray(value)) {
    return Promise.all(value.map((item, index) => transform(fields, item, `${at}/${index}`, change)))
  }
  if (!isObject(value) || !fields.some(hasEncrypted)) return value
  const changed = { ...value }
  for (const field of fields) {
    const member = value[field.name]
    const pointer = `${at}/${field.name}`
    if (field.encrypted === 'rsa' && typeof member === 'string') {
      changed[field.name] = await change(member, pointer)
    } else if (field.children && member !== undefined) {
      changed[field.name] = await transform(field.children, member, pointer, change)
    }
  }
  return changed
}

/** Whether a field, or one inside it, is encrypted with RSA. */
export const hasEncrypted = (field: Field): boolean =>
  field.encrypted === 'rsa' || (field.children?.some(hasEncrypted) ?? false)
