import { expect, it } from 'vitest'
import { tipText } from '../../theme/tip-text.ts'

it.each([
  ['对应PHP的array', 'typescript', '对应 TypeScript 的对象'],
  ['对应PHP的array', 'curl', '对应 JSON 的对象'],
  ['对应PHP的array', 'php', '对应PHP的array'],
  ['对应PHP的array', undefined, '对应PHP的array'],
  ['数字、字母', 'typescript', '数字、字母'],
])('says %s to readers of %s as %s', (text, language, said) => {
  expect(tipText(text, language)).toBe(said)
})
