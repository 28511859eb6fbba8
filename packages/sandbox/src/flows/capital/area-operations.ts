import type { Reason } from '../../replies/error-codes.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { citiesOf, provinces } from './areas.ts'

const prefix = '/v3/capital/capitallhh/areas/provinces'

const noCity: { missing: Reason } = { missing: ['NOT_FOUND', '查询结果为空'] }

const listProvinces: Action<`GET ${typeof prefix}`> = async () => ({
  total_count: provinces.length,
  data: provinces.map(({ code, name }) => ({ province_code: code, province_name: name })),
})

const listCities: Action<`GET ${typeof prefix}/{province_code}/cities`> = async ({ province_code }, world) => {
  const cities = citiesOf(province_code)
  if (!cities.length) return unknown(world, noCity)
  return {
    total_count: cities.length,
    data: cities.map(({ code, name }) => ({ city_code: code, city_name: name })),
  }
}

/** Provinces and their cities, to look for branches of banks. */
export const flow: Flow = {
  actions: {
    [`GET ${prefix}`]: listProvinces,
    [`GET ${prefix}/{province_code}/cities`]: listCities,
  },
}
