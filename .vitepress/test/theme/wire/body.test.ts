import { expect, it } from 'vitest'
import { formatBody } from '../../../theme/wire/body.ts'

it('indents JSON', () => {
  expect(formatBody('{"amount":{"total":1},"tags":[]}')).toBe(`{
  "amount": {
    "total": 1
  },
  "tags": []
}`)
})

it.each(['', '{"amount":', '<html>', 'a=1&b=2'])('leaves %j unchanged', (body) => {
  expect(formatBody(body)).toBe(body)
})
