import type { Resource } from '@wxpay-live/sandbox'

/** How a kind of resource is told to the reader. */
interface KindText {
  label: string
  /** The member that holds its state; absent where a resource has none. */
  state?: string
}

const kinds: Record<string, KindText> = {
  'transaction': { label: '订单', state: 'trade_state' },
  'combine-transaction': { label: '合单', state: 'state' },
  'refund': { label: '退款', state: 'status' },
  'media': { label: '文件' },
  'profit-sharing-order': { label: '分账', state: 'state' },
  'profit-sharing-return': { label: '分账回退', state: 'result' },
  'profit-sharing-receiver': { label: '分账接收方' },
  'transfer': { label: '转账', state: 'state' },
  'transfer-authorization': { label: '免确认收款授权', state: 'state' },
  'electronic-receipt': { label: '电子回单', state: 'state' },
  'payscore-order': { label: '支付分订单', state: 'phase' },
  'payscore-permission': { label: '支付分授权', state: 'authorization_state' },
  'payscore-plan': { label: '先享卡计划', state: 'plan_state' },
  'payscore-sign-plan': { label: '先享卡签约', state: 'sign_state' },
  'payscore-service-account': { label: '支付分服务号绑定', state: 'apply_state' },
  'smart-retail-order': { label: '智慧零售订单', state: 'state' },
  'complaint': { label: '投诉', state: 'complaint_state' },
  'complaint-notification': { label: '投诉通知地址' },
  'applyment': { label: '进件申请', state: 'applyment_state' },
  'settlement': { label: '结算账户', state: 'verify_result' },
  'settlement-change': { label: '结算账户修改', state: 'verify_result' },
  'h5-permission': { label: 'H5 权限申请', state: 'applyment_state' },
  'favor-stock': { label: '代金券批次', state: 'status' },
  'favor-coupon': { label: '代金券', state: 'status' },
  'busifavor-coupon': { label: '商家券', state: 'state' },
  'favor-user': { label: '代金券用户' },
  'gold-plan': { label: '点金计划', state: 'plan' },
  'mall-authorization': { label: '商圈会员', state: 'state' },
  'mall-transaction': { label: '商圈支付', state: 'state' },
  'mall-refund': { label: '商圈退款', state: 'state' },
  'download': { label: '下载' },
  'platform-key': { label: '商户验签用的公钥或证书' },
}

/** What a resource is, in a word. */
export const labelOf = ({ kind }: Pick<Resource, 'kind'>) => kinds[kind]?.label ?? kind

/** The state of a resource, in the words of its flow; empty where it has none. */
export function stateOf({ kind, data }: Pick<Resource, 'kind' | 'data'>): string {
  const value = data[kinds[kind]?.state ?? '']
  return typeof value === 'string' ? value : ''
}

/** Whether the user can complain about it: a payment that was made. */
export const isPaid = ({ kind, data }: Pick<Resource, 'kind' | 'data'>) =>
  kind === 'transaction' && typeof data.transaction_id === 'string'
