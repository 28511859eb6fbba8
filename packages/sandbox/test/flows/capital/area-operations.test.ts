import { expect, test } from 'vitest'
import { published } from '../../support/documented.ts'
import { openFlow } from '../../support/flow.ts'

const api = openFlow({ catalog: published })
const path = '/v3/capital/capitallhh/areas/provinces'
const citiesOf = (province_code: number) => api.get(`${path}/{province_code}/cities`, { province_code })

interface Provinces { total_count: number, data: { province_code: number, province_name: string }[] }
interface Cities { total_count: number, data: { city_code: number, city_name: string }[] }

test('lists the 31 provinces, each with cities of its own', async () => {
  const { total_count, data } = (await api.get(path)).body as unknown as Provinces
  expect([total_count, data.length]).toEqual([31, 31])
  expect(data).toContainEqual({ province_code: 20, province_name: '广东省' })
  const found = await Promise.all(data.map(({ province_code }) => citiesOf(province_code)))
  const cities = found.map(({ body }) => body as unknown as Cities)
  expect(cities.every(({ total_count, data }) => total_count > 0 && total_count === data.length)).toBe(true)
  const codes = cities.flatMap(({ data }) => data.map(({ city_code }) => city_code))
  expect(new Set(codes).size).toBe(codes.length)
})

test('lists the cities of a province', async () => {
  const { total_count, data } = (await citiesOf(12)).body as unknown as Cities
  expect(total_count).toBe(11)
  expect(data).toContainEqual({ city_code: 571, city_name: '杭州市' })
})

test('refuses an unknown province', async () => {
  expect(await citiesOf(99)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})
