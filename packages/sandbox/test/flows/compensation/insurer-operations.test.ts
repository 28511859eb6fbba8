import { beforeEach, expect, test } from 'vitest'
import { scenarioHeader } from '../../../src/index.ts'
import { openFlow } from '../../support/flow.ts'

const path = '/v3/platsolution/ecommerce/insurance-compensation-contracts'
const opened = `${path}/sub-mchid/{sub_mchid}/check-opened`
const sub_mchid = '1900000120'
const now = '2025-01-02T11:04:05+08:00'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const apply = (change = {}, headers = {}) =>
  api.call('post', path, { json: { out_apply_no: 'BX1', sub_mchid, agreement_list: [], ...change }, headers })
const check = async (insurer = sub_mchid) => (await api.post(opened, {}, { sub_mchid: insurer })).body

test('opens an insurer at once, and shows it by POST and by GET', async () => {
  expect(await check()).toEqual({ sub_mchid, opened: false })
  expect((await apply()).body).toEqual({ sub_mchid, opened: true, success_time: now })
  expect(await check()).toEqual({ sub_mchid, opened: true, success_time: now })
  expect((await api.get(opened, { sub_mchid })).body).toEqual(await check())
  expect(await check('1900000121')).toEqual({ sub_mchid: '1900000121', opened: false })
})

test('opens an insurer later in the scenario', async () => {
  expect((await apply({}, { [scenarioHeader]: 'INSURER_PENDING' })).body).toEqual({ sub_mchid, opened: false })
  await api.control.advance()
  expect(await check()).toEqual({ sub_mchid, opened: true, success_time: now })
})

test('keeps the time of the first opening', async () => {
  await apply()
  api.control.clock.advance(60_000)
  expect((await apply({ out_apply_no: 'BX2' })).body).toEqual({ sub_mchid, opened: true, success_time: now })
})

test('repeats a request, and refuses its number for another insurer', async () => {
  const first = await apply()
  expect(await apply()).toEqual(first)
  expect(await apply({ sub_mchid: '1900000121' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})
