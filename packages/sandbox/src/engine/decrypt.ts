import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import type { Call } from './call.ts'
import type { Context } from './context.ts'
import { decryptFields, hasEncrypted } from './encrypted.ts'
import { fieldRefusal, type Location } from './location.ts'

/**
 * Decrypts what the request encrypted for the platform. Where the sandbox is lenient, what cannot be decrypted
 * is taken as it stands: pages written elsewhere show plain text, or ciphertext for a key nobody here has.
 *
 * @param serial the request's `Wechatpay-Serial`
 * @throws Refusal 400 `PARAM_ERROR` where `serial` names no key of the platform, or a field is not encrypted for the one it names
 */
export async function decrypt(call: Call, serial: string | null, context: Context): Promise<Call> {
  const { keys, strict, identity: { platform, nextPlatform } } = context
  const isNext = serial !== null && serial === nextPlatform?.serial
  const isKnown = isNext || serial === platform.serial || serial === platform.publicKeyId
  const refuseSerial = () => {
    const issue = `此请求头须为平台证书序列号 ${platform.serial} 或微信支付公钥ID ${platform.publicKeyId}`
    throw fieldRefusal(issue, serial, { source: 'header', pointer: '/Wechatpay-Serial' })
  }
  if (strict && serial !== null && !isKnown) refuseSerial()
  const { json, query } = call.operation.request
  const inBody = json !== undefined && call.body !== undefined && hasEncrypted(json)
  const inQuery = query.some(hasEncrypted)
  if (!inBody && !inQuery) return call
  const key = isNext ? keys.nextPlatformDecryption! : keys.platformDecryption
  const open = async (fields: Field[], value: JsonValue, source: Location['source']) => {
    const opened = await decryptFields(fields, value, key, (pointer) => {
      if (strict) throw fieldRefusal(undecipherable, null, { source, pointer })
    })
    if (strict && !isKnown && JSON.stringify(opened) !== JSON.stringify(value)) refuseSerial()
    return opened
  }
  return {
    ...call,
    ...inBody && { body: await open(json.children ?? [], call.body ?? null, 'body') },
    ...inQuery && { query: await decryptQuery(call.query, value => open(query, value, 'query')) },
  }
}

const undecipherable = '解密失败，请用平台证书或微信支付公钥以 RSAES-OAEP（SHA-1）加密，再做 Base64 编码'

/** Only single values are ever encrypted; what comes twice is another's, and stays. */
async function decryptQuery(
  query: URLSearchParams, open: (value: JsonValue) => Promise<JsonValue>,
): Promise<URLSearchParams> {
  const opened = new URLSearchParams(query)
  const values = await open(Object.fromEntries(query)) as Record<string, string>
  for (const [name, value] of Object.entries(values)) {
    if (value !== query.get(name) && query.getAll(name).length === 1) opened.set(name, value)
  }
  return opened
}
