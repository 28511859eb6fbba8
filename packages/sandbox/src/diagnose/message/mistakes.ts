import { lookUp, type Mistake } from '../mistake.ts'

const explanations = {
  'signature-probe': '这是微信支付的签名探测：签名以 WECHATPAY/SIGNTEST/ 开头，故意不对，看商户验不验签。验签失败、拒收就是对的，不用改程序；通知会带着正确的签名再发一次，应答可以重试一次请求。',
  'public-key-wanted': 'Wechatpay-Serial 是微信支付公钥ID（PUB_KEY_ID_…），要用微信支付公钥验签，给的却是平台证书：请在商户平台的 API安全 下载微信支付公钥。',
  'certificate-wanted': 'Wechatpay-Serial 是平台证书的序列号，要用这张平台证书验签，给的却是微信支付公钥：切换到公钥的过渡期里两种都会来，按 Wechatpay-Serial 选。',
  'other-platform-certificate': 'Wechatpay-Serial 不是给的这个证书（或公钥）的：平台换过证书，或拿错了，请按 Wechatpay-Serial 下载、选择对应的那个。',
  'other-key': '签名不是给的这个平台证书（或公钥）的私钥做的，虽然 Wechatpay-Serial 写的是它：消息不是微信支付发的，或者把别的文件当成了平台证书。',
  'not-rsa': 'Wechatpay-Signature 的长度不是一个 RSA 签名的：它被截断或改过。',
  'other-hash': '签名里的摘要不是 SHA-256：它不是微信支付 APIv3 的签名。',
  'body-re-serialised': '验签用的包体不是收到的原文：它被解析后重新写过（空白、键的次序、转义、BOM、末尾的换行不同）。请用收到的字节验签，先验签再解析。',
  'body-truncated': '包体不完整，已经不是 JSON：多半是日志或数据库的字段截断了它，或没有读完就去验签。',
  'body-lost': '包体是空的，签名的却不是空包体：框架或中间件已经把它读走了，请在别人读之前取原始字节。',
  'other-charset': '包体被按别的字符集读过，中文成了乱码：请按 UTF-8 读，或直接用收到的字节验签。',
  'not-utf-8': '包体里有不是 UTF-8 的字节：它被转过字符集，请用收到的字节验签。',
  'other-message': '签名是微信支付的，签的内容与这里的不同：时间戳、随机串、包体须是同一次收到的，一个字节也不能改。',
  'timestamp-too-old': 'Wechatpay-Timestamp 比收到的时刻早了 5 分钟以上：可能是重放，请拒收；若是本机时钟快了，请校时。',
  'wrong-apiv3-key': 'APIv3 密钥不对，解不开 resource：请在商户平台的 API安全 重新设置，程序里用同一个；注意它不是 APIv2 密钥，也不是别的商户号的。',
  'apiv2-key-used': '解密用的是 APIv2 密钥：请用 APIv3 密钥，给出的另一个密钥能解开。',
  'associated-data': '解密时的 associated_data 不对或漏了：密钥和 nonce 都对，请把 resource.associated_data 原样作为附加数据传入。',
  'ciphertext-cut': 'ciphertext 不完整或被改过：密钥和 nonce 都对，能读出开头，末尾的校验值对不上；请检查存它的字段是否太短。',
  'nonce-of-header': '解密用的 nonce 不是 resource.nonce（12 个字符）：Wechatpay-Nonce 只用于验签，不能拿来解密。',
  'plus-lost': '+ 变成了空格：它经过了表单编码或解码，请用收到的原文。',
}

/** A mistake in reading a response or notification, besides those in writing its signature. */
export type MessageMistakeName = keyof typeof explanations

/** Returns a mistake with its explanation. */
export const messageMistake = lookUp(explanations)

const bodyMistakes: MessageMistakeName[] = ['body-re-serialised', 'other-charset', 'body-truncated', 'body-lost', 'not-utf-8']

/** The mistakes that explain a signature which is WeChat Pay's but does not fit. */
export const triedBodies: Mistake[] = bodyMistakes.map(messageMistake)
