/** The client's sentences and what the page says instead; `$1` is the first group. The page's readers read Chinese. */
const sentences: [english: RegExp, chinese: string][] = [
  // Why a response, a file or a notification is not trusted.
  [/^(Wechatpay-.+) missing$/, '$1 缺失'],
  [/^Wechatpay-Timestamp is not a whole number of seconds$/, 'Wechatpay-Timestamp 不是整数秒'],
  [/^Wechatpay-Timestamp is (-?\d+) s off this clock, more than (\d+) s$/, 'Wechatpay-Timestamp 与本机时钟相差 $1 秒，超过 $2 秒'],
  [/^Wechatpay-Serial (.+) is not in certs$/, 'certs 里没有 Wechatpay-Serial $1'],
  [/^Wechatpay-Signature does not match$/, 'Wechatpay-Signature 与其余部分对不上'],
  [/^the body is not UTF-8 text$/, '包体不是 UTF-8 文本'],
  [/^WeChat Pay does not sign this file$/, '微信支付不给这种文件签名'],
  [/^its (.+) does not match the hash option$/, '它的 $1 与选项 hash 不符'],
  [/^invalid gzip$/, '它不是完整的 gzip'],
  [/^it is not JSON$/, '它不是 JSON'],
  [/^it has no encrypted resource$/, '它没有加密的 resource'],
  [/^its resource is not encrypted with this secret$/, '它的 resource 不是用这个 APIv3 密钥加密的'],
  [/^the body is longer than (\d+) bytes$/, '包体超过 $1 字节'],
  // Errors as a whole.
  [/^the response to (.+) is not trusted: (.+)$/, '$1 的应答不可信，没有交出包体：$2'],
  [/^the file of (.+) is not trusted: (.+)$/, '$1 的文件不可信：$2'],
  [/^the notification is not trusted: (.+)$/, '通知不可信：$1'],
  [/^(.+) got a redirect$/, '$1 的应答是重定向，没有跟随'],
  [/^(.+) got no response: (.+)$/s, '$1 没有得到应答：$2'],
  [/^timeout after (\d+) ms$/, '等了 $1 毫秒'],
  [/^the ciphertext is not base64$/, '密文不是 base64'],
  [/^the ciphertext does not match its key, nonce and associated data$/, '密文与密钥、nonce、附加数据对不上'],
  [/^the ciphertext is not for this private key$/, '密文不是给这个私钥的'],
  [/^(wxpay\.\S+) is not a function; (.+)$/, '$1 不是函数：$2'],
  // Unusable options and arguments: the name, then the problem.
  [/^(\S+): (.+)$/s, '$1：$2'],
  [/^this variable of (\S+) is missing; write (.+)$/, '路径 $1 的变量，没有给出；写成 $2'],
  [/^this variable of (\S+) is empty; write (.+)$/, '路径 $1 的变量，是空的；写成 $2'],
  [/^this variable of (\S+) cannot be (.+); write (.+)$/, '路径 $1 的变量，不能是 $2；写成 $3'],
  [/^unknown name in (.+?); (.+)$/, '$1 里没有这个名字；$2'],
  [/^the options of (.+)$/, '$1 的选项'],
  [/^did you mean (.+)\?$/, '是不是 $1'],
  [/^use json or body, not both$/, 'json 与 body 只能给一个'],
  [/^a GET request has no body; use (.+)$/, 'GET 请求没有包体；改用 $1'],
  [/^end the chain with (.+) or …Async$/, '链的末尾是 $1 或 …Async'],
  [/^expected an? ([^:;]+), got (.+)$/, '应为 $1，得到 $2'],
  [/^expected ([^:;]+), got (.+)$/, '应为 $1，得到 $2'],
  [/^has (\d+) bytes; this key encrypts at most (\d+)$/, '有 $1 字节；这个密钥最多加密 $2 字节'],
  [/^is not well-formed Unicode$/, '有不成对的代理字符'],
  [/^(.+) is not in certs$/, 'certs 里没有 $1'],
  [/^missing; (.+)$/, '没有给出；$1'],
  [/^createClient needs it to decrypt notifications$/, '解密通知要用它'],
  [/^certificates are encrypted with it$/, '平台证书是用它加密的'],
]

/** Translates a sentence of the client, and sentences within it; keeps what has no translation. */
export function inChinese(english: string): string {
  for (const [pattern, chinese] of sentences) {
    const groups = pattern.exec(english)
    if (groups) return chinese.replace(/\$(\d)/g, (_, index: string) => inChinese(groups[Number(index)] ?? ''))
  }
  return english
}
