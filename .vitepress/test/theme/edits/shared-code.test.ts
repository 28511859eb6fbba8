import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeShared, encodeShared } from '../../../theme/edits/shared-code.ts'

const linkOf = (text: string | Uint8Array) => deflateRawSync(text).toString('base64url')

describe('code in a link', () => {
  it('comes back as it was', async () => {
    const code = `const 金额 = 1\n\twxpay.v3.pay({ 说明: '早餐 🍞' })\n`
    expect(await decodeShared(await encodeShared({ index: 2, code }))).toEqual({ index: 2, code })
  })

  it('comes back whatever its printable characters are', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (code) => {
      fc.pre(!/[^\P{C}\n\t]/u.test(code))
      expect(await decodeShared(await encodeShared({ index: 0, code }))).toEqual({ index: 0, code })
    }), { numRuns: 50 })
  })

  it('is short: an order fits into 500 characters', async () => {
    const member = (_: unknown, index: number) => `    field_${index}: 'value ${index}',\n`
    expect((await encodeShared({ index: 0, code: Array.from({ length: 50 }, member).join('') })).length).toBeLessThan(500)
  })

  it.each([
    ['nothing', ''],
    ['no base64', '%E0%A4%A'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['bytes that are not compressed', Buffer.from('const a = 1').toString('base64url')],
    ['half of it', linkOf('0\nconst a = 1; const b = 2; const c = 3').slice(0, 20)],
    ['no position', linkOf('const a = 1')],
    ['a huge position', linkOf(`${'9'.repeat(400)}\na`)],
    ['invalid UTF-8', linkOf(new Uint8Array([0x30, 0x0a, 0xff, 0xfe]))],
    ['a hidden direction', linkOf('0\nconst a = "\u202e" // 1')],
    ['a control character', linkOf('0\nconst a = "\u001b[2J"')],
    ['a bomb of 100 MB', linkOf(`0\n${'a'.repeat(100_000_000)}`).slice(0, 60_000)],
    ['a small bomb', linkOf(`0\n${'a'.repeat(300_000)}`)],
    ['a link that is too long', 'a'.repeat(100_000)],
  ])('is refused if the link has %s', async (_, text) => {
    expect(await decodeShared(text)).toBeUndefined()
  })

  it('is refused or harmless text, whatever the link says', async () => {
    await fc.assert(fc.asyncProperty(fc.base64String({ maxLength: 100 }), async (text) => {
      const decoded = await decodeShared(text)
      expect(decoded === undefined || typeof decoded.code === 'string').toBe(true)
    }), { numRuns: 100 })
  })
})
