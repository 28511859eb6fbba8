import type { Mistake } from './mistake.ts'

const scheme = 'WECHATPAY2-SHA256-RSA2048'
const names = ['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no']

/** Blanks are among the official causes of SIGN_ERROR. */
export const blanksInHeader: Mistake = {
  name: 'blanks-in-header',
  explain: 'Authorization 的五项之间有空格：须只用一个英文逗号隔开，逗号前后没有空格。',
}

/** Whether there are blanks around the commas of a header. */
export const hasBlanks = (header: string) => /"\s*,\s+|"\s+,/.test(header)

/** Finds the mistake in an `Authorization` header that does not parse. */
export function diagnoseHeader(header: string): Mistake {
  if (!header.startsWith(`${scheme} `)) {
    return { name: 'scheme', explain: `认证类型不对：Authorization 须以 ${scheme} 和一个空格开头，大小写一致，前面没有 Bearer 一类的词。` }
  }
  const without = (form: (name: string) => string) =>
    names.filter(name => !new RegExp(`[ ,;]${form(name)}`).test(header)).join('、')
  const missing = without(name => `${name} *=`)
  if (missing) return { name: 'part-missing', explain: `Authorization 缺少 ${missing}：${names.join('、')} 五项都要有，名称照写。` }
  const unquoted = without(name => `${name}="[^"]*"`)
  if (unquoted) return { name: 'quotes', explain: `${unquoted} 的值没有放在英文双引号里，或等号旁有空格：须写成 名称="值"。` }
  const empty = without(name => `${name}="[^"]`)
  if (empty) return { name: 'part-empty', explain: `Authorization 中 ${empty} 的值是空的。` }
  if (hasBlanks(header)) return blanksInHeader
  return { name: 'separator', explain: 'Authorization 的五项之间须各用一个英文逗号隔开，每项出现一次，没有别的项，末尾没有逗号。' }
}
