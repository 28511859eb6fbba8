import { isForm } from '../values/form.ts'
import { lookUp, type Mistake, type Parts } from './mistake.ts'

/** Explanations of a signature that the merchant's key made of something else. */
export const unexplainedMistakes = {
  'not-utf-8': '私钥是对的，但请求体不是 UTF-8（多半是 GBK）：须以 UTF-8 编码，签名与发送用同样的字节。',
  'body-lost': '私钥和算法都对，收到的请求体却是空的：签名时若有请求体，它没有发出来，或在代理、拦截器里丢了；没有请求体的请求，待签名串第五行须为空行。',
  'form-body': '私钥和算法都对，收到的请求体却是表单（application/x-www-form-urlencoded）：APIv3 的请求体须为 JSON，签名与发送用同一个 JSON 字符串。',
  'other-message': '私钥和算法都对，签名的内容与发送的不同，已知的错误都不能解释：请把签名时的待签名串逐字节与收到的比对，先看第二行的路径（反向代理可能在 /v3 之前加了前缀）和第五行的请求体。',
}

const mistakeOf = lookUp(unexplainedMistakes)

/**
 * Returns what is wrong with a request whose signature no known mistake explains.
 *
 * @param type its `Content-Type`; `undefined` if that is not known
 */
export function unexplained({ method, body }: Parts, type: string | undefined): Mistake {
  if (body.includes('\ufffd')) return mistakeOf('not-utf-8')
  const announcesJson = ['POST', 'PUT', 'PATCH'].includes(method) && (type === undefined || /json/i.test(type))
  if (!body && announcesJson) return mistakeOf('body-lost')
  return mistakeOf(isForm(body) ? 'form-body' : 'other-message')
}
