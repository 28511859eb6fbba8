import { cancelled } from '../cancellation/cancelled.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'
import { page } from '../kit/page.ts'
import { subMerchant } from './sub-merchant.ts'

/** The kinds of merchants as applications and as the list write them. */
const kinds: Record<string, string> = {
  2: 'SUBJECT_TYPE_ENTERPRISE',
  3: 'SUBJECT_TYPE_INSTITUTIONS_CLONED',
  4: 'SUBJECT_TYPE_INDIVIDUAL',
  1708: 'SUBJECT_TYPE_OTHERS',
  2502: 'SUBJECT_TYPE_GOVERNMENT',
  2401: 'SUBJECT_TYPE_MICRO',
}

const list: Action<'GET /v3/ecommerce/subject-sub-merchants'> = async (params, world) => {
  const gone = new Set((await world.list(cancelled)).map(({ sub_mchid }) => sub_mchid))
  const found = (await world.list(subMerchant))
    .filter(({ organization_type }) => kinds[organization_type] === params.organization_type)
    .filter(({ cert_number, sub_mchid }) => cert_number === params.cert_number && !gone.has(sub_mchid))
  return page(found.map(data => pick(data, 'sub_mchid', 'merchant_shortname', 'sign_time')), params)
}

/** The sub-merchants of a company or person that are not cancelled. */
export const flow: Flow = {
  records: [subMerchant],
  actions: { 'GET /v3/ecommerce/subject-sub-merchants': list },
}
