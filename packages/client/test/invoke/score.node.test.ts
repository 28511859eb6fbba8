import { expect, it } from 'vitest'
import { scoreAuthorization, scoreConfirmation, scoreDetail } from '../../src/invoke/score.ts'
import { openssl } from '../support/openssl.ts'

const apiv2Key = '192006250b4c09247ec02edce69f6a2d'
const signer = {
  mchid: '1230000109', apiv2Key, now: () => 1_530_097_563_999, nonce: () => 'zyx53Nkey8o4bHpxTQvd8m7e92nG5mG2',
}
const order = { service_id: '88888888000011', out_order_no: '1234323JKHDFE1243252' }

it('signs the documented members of an order as openssl does', async () => {
  const message = 'mch_id=1230000109&nonce_str=zyx53Nkey8o4bHpxTQvd8m7e92nG5mG2&out_order_no=1234323JKHDFE1243252'
    + `&service_id=88888888000011&sign_type=HMAC-SHA256&timestamp=1530097563&key=${apiv2Key}`
  const [, digest = ''] = openssl(['dgst', '-sha256', '-hmac', apiv2Key], message).toString().trim().split('= ')
  expect(await scoreDetail(signer, order)).toEqual({
    businessType: 'wxpayScoreDetail',
    params: {
      mch_id: '1230000109', ...order, timestamp: '1530097563', nonce_str: 'zyx53Nkey8o4bHpxTQvd8m7e92nG5mG2',
      sign_type: 'HMAC-SHA256', sign: digest.toUpperCase(),
    },
    query: 'mch_id=1230000109&service_id=88888888000011&out_order_no=1234323JKHDFE1243252&timestamp=1530097563'
      + `&nonce_str=zyx53Nkey8o4bHpxTQvd8m7e92nG5mG2&sign_type=HMAC-SHA256&sign=${digest.toUpperCase()}`,
  })
})

it('takes the time and a new nonce by default', async () => {
  const { mchid } = signer
  const [{ params: first }, { params: second }] = await Promise.all([
    scoreDetail({ mchid, apiv2Key }, order), scoreDetail({ mchid, apiv2Key }, order),
  ])
  expect(Math.abs(Date.now() / 1000 - Number(first.timestamp))).toBeLessThan(60)
  expect(first.nonce_str).toMatch(/^[\da-f]{32}$/)
  expect(second.nonce_str).not.toBe(first.nonce_str)
})

it('encodes the order number only in the query', async () => {
  const { params, query } = await scoreDetail(signer, { ...order, out_order_no: 'A|1*' })
  expect(params.out_order_no).toBe('A|1*')
  expect(query).toContain('&out_order_no=A%7C1%2A&')
})

it('passes on what the responses give', () => {
  expect(scoreConfirmation({ package: 'AAQTnZoAAAAB_-' })).toEqual({
    businessType: 'wxpayScoreUse', params: { package: 'AAQTnZoAAAAB_-' }, query: 'package=AAQTnZoAAAAB_-',
  })
  expect(scoreAuthorization({ apply_permissions_token: 'DJIOSQPY+/=' })).toEqual({
    businessType: 'wxpayScoreEnable', params: { apply_permissions_token: 'DJIOSQPY+/=' },
    query: 'apply_permissions_token=DJIOSQPY%2B%2F%3D',
  })
})

it.each([
  ['service_id', { out_order_no: 'A1' }], ['out_order_no', { service_id: '1', out_order_no: 'A 1' }],
])('refuses an order without a usable %s', async (argument, order) => {
  await expect(scoreDetail(signer, order as typeof order & { service_id: string, out_order_no: string }))
    .rejects.toMatchObject({ name: 'ArgumentError', argument })
})
