import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject, type JsonObject, member } from '../../values/json.ts'

/** The parameters of `AEAD_AES_256_GCM` in a notification or in the list of certificates. */
export interface EncryptedResource {
  ciphertext: string
  nonce: string
  /** `undefined` if it is missing, which differs from an empty one. */
  associatedData?: string | undefined
  /** Such as `transaction`; WeChat Pay uses it as the associated data, too. */
  originalType?: string | undefined
}

/** Returns what is encrypted in a value: the resource of a notification, the listed certificates, or the value itself. */
export function encryptedIn(value: JsonValue | undefined): EncryptedResource[] {
  const listed = member(value, 'data')
  const certificates = Array.isArray(listed) ? listed.map(item => member(item, 'encrypt_certificate')) : []
  return [value, member(value, 'resource'), ...certificates].flatMap(found => isEncrypted(found) ? [read(found)] : [])
}

const isEncrypted = (value: JsonValue | undefined): value is JsonObject =>
  isObject(value) && typeof value.ciphertext === 'string' && typeof value.nonce === 'string'

/** Programs rename the members, too. */
function read({ ciphertext, nonce, ...others }: JsonObject): EncryptedResource {
  const associatedData = others.associated_data ?? others.associatedData ?? others.aad
  const originalType = others.original_type ?? others.originalType
  return {
    ciphertext: String(ciphertext),
    nonce: String(nonce),
    ...typeof associatedData === 'string' && { associatedData },
    ...typeof originalType === 'string' && { originalType },
  }
}
