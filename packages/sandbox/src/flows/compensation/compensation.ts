import type { Kind } from './kinds.ts'
import type { Receiver } from './receiver.ts'

/** A request to compensate somebody. */
export type Wanted = {
  /** The sub-merchant that pays. */
  sub_mchid?: string
  /** The platform or another merchant that pays. */
  sponsor_mchid?: string
  sp_appid?: string
  sub_appid?: string
  business_type?: 'DEPOSIT_COMPENSATION' | 'PLATFORM_AFTER_SALES_COMPENSATION' | 'INSURANCE_CLAIM'
    | 'DEPOSIT_AFTER_SALES_COMPENSATION'
  receiver: Receiver
  out_bill_no: string
  /** In cents. */
  amount: number
  transfer_remark: string
  receiver_remark?: string
  transfer_scene_id?: string
  user_recv_perception?: string
  notify_url?: string
}

/** A compensation as it is stored. */
export type Bill = Wanted & {
  kind: Kind
  bill_id: string
  state: 'ACCEPTED' | 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'CLOSED' | 'CANCELING' | 'CANCELLED'
  accept_time: string
  success_time?: string
  close_info?: { accept_time: string, close_time: string, close_reason: string }
  /** When the time to confirm is over, in milliseconds since the epoch. */
  expires?: number
  /** Whether the money will not reach the receiver. */
  fails?: true
}
