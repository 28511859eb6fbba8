import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import type { Mistake } from '../diagnose/mistake.ts'
import { Refusal } from '../replies/refusal.ts'
import { member } from '../values/json.ts'
import type { Call } from './call.ts'
import type { Context } from './context.ts'
import { decryptFields, hasEncrypted } from './encrypted.ts'
import { fieldRefusal, type Location } from './location.ts'

/**
 * Decrypts the fields that a request encrypts for the platform. A lenient sandbox keeps values that it cannot decrypt:
 * examples of other sites have plain text, or ciphertext for an unknown key.
 *
 * @param serial the request's `Wechatpay-Serial`; ignored if the request encrypts no field: gopay and the automatic
 *   certificates of wechatpay-java 0.2.17 send it empty
 * @throws Refusal 400 `PARAM_ERROR` if a field is not encrypted with the key that `serial` names, or that is not the platform's
 */
export async function decrypt(call: Call, serial: string | null, context: Context): Promise<Call> {
  const { keys, strict, identity: { platform, nextPlatform } } = context
  const { json, query } = call.operation.request
  const inBody = json !== undefined && call.body !== undefined && hasEncrypted(json)
  const inQuery = query.some(hasEncrypted)
  if (!inBody && !inQuery) return call
  const isNext = serial !== null && serial === nextPlatform?.serial
  const isKnown = isNext || serial === platform.serial || serial === platform.publicKeyId
  const key = isNext ? keys.nextPlatformDecryption! : keys.platformDecryption
  const open = async (fields: Field[], value: JsonValue, source: Location['source']) => {
    const opened = await decryptFields(fields, value, key, async (text, pointer) => {
      if (strict) throw encryptionRefusal(await explain(text, keys, isNext), { source, pointer })
    })
    if (strict && !isKnown && JSON.stringify(opened) !== JSON.stringify(value)) {
      const issue = `此请求头须为平台证书序列号 ${platform.serial} 或微信支付公钥ID ${platform.publicKeyId}`
      throw fieldRefusal(issue, serial, { source: 'header', pointer: '/Wechatpay-Serial' })
    }
    return opened
  }
  return {
    ...call,
    ...inBody && { body: await open(json.children ?? [], call.body ?? null, 'body') },
    ...inQuery && { query: await decryptQuery(call.query, value => open(query, value, 'query')) },
  }
}

/** Says why a text cannot be decrypted: often it is encrypted with the merchant's certificate (wechatpay-java#234). */
async function explain(text: string, keys: Context['keys'], isNext: boolean): Promise<Mistake> {
  const { platformDecryption, nextPlatformDecryption, merchantDecryption } = keys
  const numbers = (key: CryptoKey) => crypto.subtle.exportKey('jwk', key)
  const platform = await numbers(platformDecryption)
  const next = nextPlatformDecryption ? [await numbers(nextPlatformDecryption)] : []
  const merchant = await numbers(merchantDecryption)
  const [named = platform] = isNext ? next : []
  const { diagnoseEncryption } = await import('../diagnose/encryption.ts')
  return diagnoseEncryption(text, { platform: named, others: isNext ? [platform] : next, merchant })
}

function encryptionRefusal({ name, explain }: Mistake, at: Location): Refusal {
  const { status, body } = fieldRefusal(`解密失败，${explain}`, null, at)
  return new Refusal(status, { ...body, detail: { ...body.detail, mistake: name } })
}

/** A repeated parameter is never encrypted, so it stays unchanged. */
async function decryptQuery(
  query: URLSearchParams, open: (value: JsonValue) => Promise<JsonValue>,
): Promise<URLSearchParams> {
  const opened = new URLSearchParams(query)
  const values = await open(Object.fromEntries(query))
  for (const name of query.keys()) {
    const value = member(values, name)
    if (typeof value === 'string' && query.getAll(name).length === 1) opened.set(name, value)
  }
  return opened
}
