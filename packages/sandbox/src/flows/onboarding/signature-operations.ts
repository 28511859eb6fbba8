import { refusal } from '../../replies/error-codes.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { awaits } from '../kit/steps.ts'
import { application } from './application.ts'
import { sign, signature, signForMerchant } from './signature.ts'

const path = '/v3/ecommerce/applyments/submit-sign-verify-info'

const submit: Action<`POST ${typeof path}`> = async (params, world) => {
  const { out_request_no, applyment_id, pre_sign_time, proxy_verify_identity_info: identity } = params
  if (out_request_no === undefined && applyment_id === undefined) {
    throw refusal(['PARAM_ERROR', 'out_request_no 与 applyment_id 须传一个'])
  }
  const data = await find(application, params, world)
  if (!data) {
    return unknown(world, application, () => ({ applyment_id: applyment_id ?? 2_000_002_124_775_691 }))
  }
  if (!data.proxy) throw refusal(['INVALID_REQUEST', '申请单没有声明由平台代理签约和核身'])
  if (!pre_sign_time || !identity) {
    throw refusal(['PARAM_ERROR', '平台代理签约须传 pre_sign_time 与 proxy_verify_identity_info'])
  }
  if (identity.verify_identity_result) await signForMerchant(data, world)
  return { applyment_id: data.applyment_id }
}

/** Signatures: by the platform for its merchant, or by the merchant itself. */
export const flow: Flow = {
  actions: { [`POST ${path}`]: submit },
  otherSide: { record: signature, next: awaits(signature, 'sign'), act: sign },
}
