import type { Call, Context } from './call.ts'
import { decryptFields, hasEncrypted } from './encrypted.ts'
import { failure } from './errors.ts'

/**
 * Decrypts what the request encrypted for the platform. Where the sandbox is lenient, what cannot be decrypted
 * is taken as it stands: pages written elsewhere show plain text, or ciphertext for a key nobody here has.
 *
 * @param serial the request's `Wechatpay-Serial`
 * @throws Refusal 400 `PARAM_ERROR` where a field is not encrypted, or not for the platform's key that `serial` names
 */
export async function decrypt(call: Call, serial: string | null, context: Context): Promise<Call> {
  const { json } = call.operation.request
  if (!json || call.body === undefined || !hasEncrypted(json)) return call
  const { platform } = context.identity
  const isKnown = serial === platform.serial || serial === platform.publicKeyId
  const refuse = (pointer: string) => {
    if (context.strict) throw failure(['PARAM_ERROR', `输入源“/body${pointer}”解密失败，请用平台证书或微信支付公钥以 RSAES-OAEP（SHA-1）加密，再做 Base64 编码`])
  }
  const body = await decryptFields(json.children ?? [], call.body, context.keys.platformDecryption, refuse)
  if (context.strict && !isKnown && JSON.stringify(body) !== JSON.stringify(call.body)) {
    throw failure(['PARAM_ERROR', `请求含加密字段，请求头 Wechatpay-Serial 须为平台证书序列号 ${platform.serial} 或微信支付公钥ID ${platform.publicKeyId}`])
  }
  return { ...call, body }
}
