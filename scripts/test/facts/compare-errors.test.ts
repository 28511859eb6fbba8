import type { ErrorCode } from '@wxpay-live/compiler/model'
import { expect, test } from 'vitest'
import { compareErrors } from '../../facts/compare-errors.ts'

const error = (status: number, code: string, doubtful = false): ErrorCode =>
  ({ status, code, meaning: '', remedy: '', ...(doubtful && { doubtful }) })

const common = [error(401, 'SIGN_ERROR'), error(400, 'PARAM_ERROR')]
const facts: [number, string][] = [[401, 'SIGN_ERROR'], [404, 'ORDER_NOT_EXIST'], [500, 'PARAM_ERROR']]
const right = [error(404, 'ORDER_NOT_EXIST'), error(500, 'PARAM_ERROR')]

test.each<[string, ErrorCode[], string[]]>([
  ['nothing if they agree; a code of every operation needs no row', right, []],
  ['a missing code, and one that has another status here', [], [
    'ORDER_NOT_EXIST: missing, the facts say 404', 'PARAM_ERROR: missing, the facts say 500',
  ]],
  ['another status', [error(400, 'ORDER_NOT_EXIST'), right[1]!], ['ORDER_NOT_EXIST: status 400, the facts say 404']],
  ['a code that no source states', [...right, error(400, 'ORDERPAID')], [
    'ORDERPAID: no source states it: remove it, or say 未证实 in its row',
  ]],
  ['nothing for such a code that says so', [...right, error(400, 'ORDERPAID', true)], []],
  ['a doubt about a code that a source states', [error(404, 'ORDER_NOT_EXIST', true), right[1]!], [
    'ORDER_NOT_EXIST: the facts state it: remove 未证实',
  ]],
  ['nothing for a row of a code of every operation', [...right, error(401, 'SIGN_ERROR')], []],
])('names %s', (_, errors, expected) => {
  expect(compareErrors(errors, facts, common).map(({ code, message }) => `${code}: ${message}`)).toEqual(expected)
})
