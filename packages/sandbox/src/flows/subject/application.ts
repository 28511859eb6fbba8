import type { Machine } from '../../state/machine.ts'
import type { Params } from '../kit/operation.ts'

export type Wanted = Params<'POST /v3/apply4subject/applyment'>

/** An application as it is stored. */
export type Application = {
  applyment_id: number
  business_code: string
  applyment_state: 'APPLYMENT_STATE_WAITTING_FOR_AUDIT' | 'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT'
    | 'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON' | 'APPLYMENT_STATE_PASSED' | 'APPLYMENT_STATE_REJECTED'
    | 'APPLYMENT_STATE_FREEZED' | 'APPLYMENT_STATE_CANCELED'
  /** The merchants that the contact authorizes by confirming. */
  confirm_mchid_list: string[]
  /** Whether the account has to be verified. */
  verifies: boolean
  reject_param?: string
  reject_reason?: string
  /** What the platform will do with it. @default approve */
  outcome?: 'reject' | 'freeze'
}

type Event = 'approve' | 'reject' | 'freeze' | 'ask' | 'pass' | 'cancel'

const prefix = 'APPLYMENT_STATE_'
const confirming = [`${prefix}WAITTING_FOR_CONFIRM_CONTACT`, `${prefix}WAITTING_FOR_CONFIRM_LEGALPERSON`]

/** An application to confirm a merchant and its states. */
export const application: Machine<Event, Application> = {
  name: 'subject-application',
  label: '开户意愿申请单',
  key: ['applyment_id'],
  aliases: ['business_code'],
  state: 'applyment_state',
  transitions: {
    approve: { from: [`${prefix}WAITTING_FOR_AUDIT`], to: `${prefix}WAITTING_FOR_CONFIRM_CONTACT` },
    reject: { from: [`${prefix}WAITTING_FOR_AUDIT`], to: `${prefix}REJECTED` },
    freeze: { from: [`${prefix}WAITTING_FOR_AUDIT`], to: `${prefix}FREEZED` },
    ask: { from: [`${prefix}WAITTING_FOR_CONFIRM_CONTACT`], to: `${prefix}WAITTING_FOR_CONFIRM_LEGALPERSON` },
    pass: { from: confirming, to: `${prefix}PASSED` },
    cancel: {
      from: [`${prefix}WAITTING_FOR_AUDIT`, ...confirming, `${prefix}REJECTED`, `${prefix}FREEZED`],
      to: `${prefix}CANCELED`,
    },
  },
  refusals: {
    [`${prefix}PASSED`]: ['INVALID_REQUEST', '申请单已审核通过，不能撤销'],
    [`${prefix}CANCELED`]: ['INVALID_REQUEST', '申请单已撤销'],
  },
  missing: ['INVALID_REQUEST', '申请单不存在'],
  used: ['INVALID_REQUEST', '业务申请编号已使用，请更换'],
}

/**
 * An agent of a company verifies the account, and so does any contact of an organization that is not public (official
 * guide 4012064824, 账户验证).
 */
export function verifies({ subject_info, contact_info: { contact_type } }: Wanted): boolean {
  const { subject_type } = subject_info
  if (subject_type === 'SUBJECT_TYPE_OTHERS') return true
  const isCompany = subject_type === 'SUBJECT_TYPE_ENTERPRISE' || subject_type === 'SUBJECT_TYPE_INDIVIDUAL'
  return isCompany && contact_type === 'SUPER'
}
