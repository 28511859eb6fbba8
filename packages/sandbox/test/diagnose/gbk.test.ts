import { expect, test } from 'vitest'
import { encodeGbk } from '../../src/diagnose/gbk.ts'

// By `printf '矿泉水 A1，\n' | iconv -f UTF-8 -t GBK | xxd -p`.
test('encodes like iconv', () => {
  expect(Buffer.from(encodeGbk('矿泉水 A1，\n')).toString('hex')).toBe('bff3c8aacbae204131a3ac0a')
})

test('replaces characters that GBK lacks by question marks', () => {
  expect(Buffer.from(encodeGbk('a😀b')).toString()).toBe('a?b')
})
