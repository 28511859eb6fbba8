export { keepCertificates } from './certificates/keep-fresh.ts'
export { decrypt, encrypt } from './crypto/oaep.ts'
export { appParams, jsapiParams, miniProgramParams } from './pay/pay-params.ts'
export { parseWebhook } from './webhook/parse.ts'
