import { describe, expect, it } from 'vitest'
import { carryEdit } from '../../../theme/edits/carry-edit.ts'

const asynchronous = `const response = await wxpay.v3.pay.postAsync({
  json: {
    appid: 'wx1',
    amount: { total: 1 },
  },
})
console.log(await response.json())`
const synchronous = asynchronous
  .replace('await wxpay.v3.pay.postAsync', `wxpay['v3/pay'].post`)
  .replace('await response', 'response')

describe('an edit, when the style is switched', () => {
  it.each([
    ['a value', (code: string) => code.replace('wx1', 'wx2')],
    ['a new first line', (code: string) => code.replace('{\n', `{\n  headers: {},\n`)],
    ['a removed line', (code: string) => code.replace(`    appid: 'wx1',\n`, '')],
    ['nothing', (code: string) => code],
  ])('is carried if it changes the request: %s', (_, edit) => {
    expect(carryEdit(edit(asynchronous), asynchronous, synchronous)).toBe(edit(synchronous))
    expect(carryEdit(edit(synchronous), synchronous, asynchronous)).toBe(edit(asynchronous))
  })

  it.each([
    ['a line after the request', `${asynchronous}\nconsole.log(1)`],
    ['a line before it', `const total = 2\n${asynchronous}`],
    ['the call itself', asynchronous.replace('v3.pay', 'v3.refund')],
    ['another program', 'console.log(1)'],
    ['nothing left', ''],
  ])('is not carried if it changes more: %s', (_, edited) => {
    expect(carryEdit(edited, asynchronous, synchronous)).toBeUndefined()
  })
})
