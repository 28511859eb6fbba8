import { op, table } from './tables.ts'

const prefix = '/v3/ecommerce/applyments'
const submitted = table('applyment_id out_request_no')
const applied = table(
  'applyment_state applyment_state_desc sign_url? sub_mchid? legal_validation_url? out_request_no applyment_id sign_state? wxpay_sign_required?',
  ['account_validation?', 'account_name', 'account_no?', 'deadline'], ['audit_detail?[]', 'param_name', 'reject_reason'],
)

const subject = '/v3/apply4subject/applyment'
const rule = '/v3/merchant-settlement/merchant-settle-rule-applications'
const ruleChange = table('application_id application_process_info? application_state? update_time? acquiring_bank_id? channel_id? sub_mchid? settle_rule_id?')

/** Operations of onboarding and of what follows, with only the rows that their tests check. */
export const onboardingOperations = [
  op(`POST ${prefix}/`, submitted),
  op(`POST ${prefix}/submit-account-hosting-applyment`, submitted),
  op(`POST ${prefix}/submit-sign-verify-info`, table('applyment_id')),
  op(`GET ${prefix}/{applyment_id}`, applied),
  op(`GET ${prefix}/out-request-no/{out_request_no}`, applied),
  op(`POST ${prefix}/{applyment_id}/revoke`, submitted),
  op(`POST ${prefix}/out-request-no/{out_request_no}/revoke`, submitted),
  op(`POST ${subject}`, table('applyment_id')),
  op(`GET ${subject}`, table('applyment_state qrcode_data? reject_param? reject_reason?')),
  op(`GET ${subject}/merchants/{sub_mchid}/state`, table('authorize_state')),
  op(`POST ${subject}/{applyment_id}/cancel`),
  op(`POST ${subject}/{business_code}/cancel`),
  op(`POST ${rule}`, ruleChange),
  op(`GET ${rule}/{application_id}`, ruleChange),
  op('GET /v3/ecommerce/subject-sub-merchants', table('offset limit total_count', [
    'data[]', 'sub_mchid', 'merchant_shortname', 'sign_time',
  ])),
]
