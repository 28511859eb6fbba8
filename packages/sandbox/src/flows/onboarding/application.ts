import type { Scenario } from '../../scenarios/scenarios.ts'
import type { Machine } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { auditFrozen, auditRejected } from '../kit/audit.ts'
import type { Params } from '../kit/operation.ts'

/** The request of an application, by the merchant's own signature or by the platform's. */
export type Wanted = Params<
  'POST /v3/ecommerce/applyments/' | 'POST /v3/ecommerce/applyments/submit-account-hosting-applyment'
>

/** How the merchant's account is verified: by a transfer, or also by a scan of the legal person. */
type Verification = 'transfer' | 'scan'

/** An application as it is stored. */
export type Application = Pick<Wanted, 'out_request_no' | 'organization_type' | 'merchant_shortname' | 'account_info'> & {
  applyment_id: number
  applyment_state: keyof typeof descriptions
  sub_mchid?: string
  audit_detail?: { param_name: string, reject_reason: string }[]
  /** Number of the licence, or of the person's card. */
  cert_number: string
  /** Who signs, and for whom: another signature is needed if it changes. */
  signatory: string
  /** Whether the platform signs for the merchant. */
  proxy: boolean
  /** How the account still has to be verified, if it has to be. */
  verification?: Verification
  /** When the application lapses, in milliseconds since the epoch. */
  lapses: number
  /** What the platform will do with it. @default approve */
  outcome?: 'reject' | 'freeze'
}

export const descriptions = {
  CHECKING: '资料校验中',
  ACCOUNT_NEED_VERIFY: '待账户验证',
  AUDITING: '审核中',
  REJECTED: '已驳回',
  NEED_SIGN: '待签约',
  FINISH: '完成',
  FROZEN: '已冻结',
  CANCELED: '已作废',
}

type Event = 'pass' | 'ask' | 'verify' | 'approve' | 'reject' | 'freeze' | 'finish' | 'revoke' | 'expire'

/** An application for a sub-merchant and its states. */
export const application: Machine<Event, Application> = {
  name: 'onboarding',
  label: '二级商户进件申请',
  key: ['applyment_id'],
  aliases: ['out_request_no'],
  state: 'applyment_state',
  transitions: {
    pass: { from: ['CHECKING'], to: 'AUDITING' },
    ask: { from: ['CHECKING'], to: 'ACCOUNT_NEED_VERIFY' },
    verify: { from: ['ACCOUNT_NEED_VERIFY'], to: 'AUDITING' },
    approve: { from: ['AUDITING'], to: 'NEED_SIGN' },
    reject: { from: ['AUDITING'], to: 'REJECTED' },
    freeze: { from: ['AUDITING'], to: 'FROZEN' },
    finish: { from: ['NEED_SIGN'], to: 'FINISH' },
    revoke: {
      from: ['CHECKING', 'ACCOUNT_NEED_VERIFY', 'AUDITING', 'REJECTED', 'NEED_SIGN', 'FROZEN'], to: 'CANCELED',
    },
    expire: { from: ['NEED_SIGN', 'REJECTED'], to: 'CANCELED' },
  },
  expires: ({ lapses }) => lapses,
  refusals: {
    FINISH: ['INVALID_REQUEST', '申请单已完成，不能撤销'],
    CANCELED: ['INVALID_REQUEST', '申请单已作废，不能再次撤销'],
  },
  missing: ['RESOURCE_NOT_EXISTS', '申请单不存在'],
  used: ['RESOURCE_ALREADY_EXISTS', '存在流程进行中的申请单，请检查是否重入'],
}

/** Milliseconds until an application lapses that nobody goes on with. */
export const patience = 30 * 24 * 3_600_000

/** @param before the rejected application that this one replaces */
export function applied(
  params: Wanted & { applyment_id: number }, world: World, scenario?: Scenario, before?: Application,
): Application {
  const { applyment_id, out_request_no, organization_type, merchant_shortname, account_info } = params
  const verification = verificationOf(params)
  const isVerified = before && !before.verification
  return {
    applyment_id, out_request_no, organization_type, merchant_shortname, account_info,
    applyment_state: 'CHECKING',
    cert_number: params.business_license_info?.business_license_number ?? params.id_card_info?.id_card_number ?? '',
    signatory: signatoryOf(params),
    proxy: params.proxy_sign_verify_mode ?? false,
    ...verification && !isVerified && { verification },
    lapses: world.now + patience,
    ...scenario === auditRejected && { outcome: 'reject' },
    ...scenario === auditFrozen && { outcome: 'freeze' },
  }
}

/**
 * Small merchants and persons, and companies whose legal person applies, need no verification; an agent of a company may
 * choose, and public bodies can only transfer (official guide of platforms, 二级商户进件).
 */
function verificationOf({ organization_type, contact_info }: Wanted): Verification | undefined {
  if (['3', '2502', '1708'].includes(organization_type)) return 'transfer'
  return ['2', '4'].includes(organization_type) && contact_info.contact_type === '66' ? 'scan' : undefined
}

function signatoryOf({ organization_type, business_license_info, contact_info }: Wanted): string {
  return [
    organization_type, business_license_info?.merchant_name, business_license_info?.legal_person,
    contact_info.contact_name, contact_info.contact_id_card_number,
  ].join('/')
}
