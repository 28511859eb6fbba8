import { op, table } from './tables.ts'

const payees = '/v3/ecommerce/individual-contracts'

/** Operations of payees, with only the rows that their tests check. */
export const individualOperations = [
  ...['', '-with-real-name-identity'].flatMap(kind => ['app', 'mini-program'].map(place =>
    op(`POST ${payees}/pre-entrust-sign${kind}/${place}`, table('pre_entrustweb_id')))),
  op(`GET ${payees}/out-contract-code/{out_contract_code}`, table(
    'individual_auth_id? signed_time auth_state individual_openid?',
    ['real_name_auth_result?', 'scope', 'access_token', 'access_token_expire_time'],
  )),
  op(`GET ${payees}/{openid}`, table('individual_auth_id operation_time auth_state')),
]
