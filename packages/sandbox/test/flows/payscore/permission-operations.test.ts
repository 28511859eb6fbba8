import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const permissions = '/v3/payscore/permissions'
const byCode = `${permissions}/authorization-code/{authorization_code}`
const apply = (change = {}) => api.post(permissions, {
  service_id: '500001', appid: 'wx1', authorization_code: 'K1', notify_url: 'https://shop.example/permission', ...change,
})
const query = () => api.get(byCode, { authorization_code: 'K1', query: { service_id: '500001' } })
const terminate = () => api.post(`${byCode}/terminate`, { service_id: '500001', reason: '用户要求' }, { authorization_code: 'K1' })

test('applies for a permission, which the user confirms and the merchant terminates', async () => {
  expect((await apply()).body.apply_permissions_token).toMatch(/^\d{20}$/)
  expect((await query()).body.authorization_state).toBe('UNBINDUSER')
  await api.control.advance()
  const { body } = await query()
  expect(body.authorization_state).toBe('AVAILABLE')
  const byOpenid = await api.get(`${permissions}/openid/{openid}`, {
    openid: body.openid, query: { service_id: '500001', appid: 'wx1' },
  })
  expect(byOpenid.body).toEqual(body)
  expect((await terminate()).status).toBe(204)
  expect((await query()).body.authorization_state).toBe('UNAVAILABLE')
  expect(await events(api)).toEqual(['PAYSCORE.USER_OPEN_SERVICE', 'PAYSCORE.USER_CLOSE_SERVICE'])
})

test('terminates only confirmed permissions, and confirms no terminated ones', async () => {
  await apply()
  expect(await terminate()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await api.control.advance()
  await terminate()
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('repeats the same application, and rejects a used number and an unknown permission', async () => {
  expect(await query()).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await apply()).toEqual(await apply())
  expect(await apply({ appid: 'wx2' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('shows whether the user can use the service, and terminates by openid', async () => {
  await apply()
  await api.control.advance()
  const { openid } = (await query()).body
  const state = async () => (await api.get('/v3/payscore/user-service-state', {
    query: { appid: 'wx1', service_id: '500001', openid },
  })).body.use_service_state
  expect(await state()).toBe('AVAILABLE')
  const end = '/v3/payscore/users/{openid}/permissions/{service_id}/terminate'
  expect((await api.post(end, { appid: 'wx1', reason: '用户要求' }, { openid, service_id: '500001' })).status).toBe(204)
  expect(await state()).toBe('UNAVAILABLE')
})

test('finds and terminates a partner\'s permission by the sub-merchant\'s openid', async () => {
  const partner = { service_id: '500001', appid: 'wx1', sub_appid: 'wx2', sub_mchid: '1900000118' }
  await api.post('/v3/payscore/partner/permissions', { ...partner, authorization_code: 'K1' })
  await api.control.advance()
  const [notification] = await api.control.notifications()
  expect(notification?.resource).toMatchObject({ sub_mch_id: '1900000118', user_service_status: 'USER_OPEN_SERVICE' })
  const query = { ...partner, sub_openid: notification?.resource.sub_openid }
  const search = () => api.get('/v3/payscore/partner/permissions/search', { query })
  expect((await search()).body).toMatchObject({ authorization_code: 'K1', authorization_state: 'AVAILABLE' })
  expect((await api.post('/v3/payscore/partner/permissions/terminate', { ...query, reason: '用户要求' })).status).toBe(204)
  expect((await search()).body.authorization_state).toBe('UNAVAILABLE')
})
