import type { Resource } from '@wxpay-live/sandbox'

/** How a kind of resource is told to the reader. */
interface KindText {
  label: string
  /** The member that holds its state; absent where a resource has none. */
  state?: string
  /** The states in which it waits for the user. */
  waiting?: string[]
}

const kinds: Record<string, KindText> = {
  'transaction': { label: '订单', state: 'trade_state', waiting: ['NOTPAY'] },
  'combine-transaction': { label: '合单', state: 'state', waiting: ['NOTPAY'] },
  'refund': { label: '退款', state: 'status' },
  'bill': { label: '账单' },
  'media': { label: '文件' },
  'profit-sharing-order': { label: '分账', state: 'state' },
  'profit-sharing-return': { label: '分账回退', state: 'result' },
  'profit-sharing-receiver': { label: '分账接收方' },
  'transfer': { label: '转账', state: 'state', waiting: ['WAIT_USER_CONFIRM'] },
  'payscore-order': { label: '支付分订单', state: 'phase', waiting: ['CREATED', 'COMPLETED'] },
  'payscore-permission': { label: '支付分授权', state: 'authorization_state', waiting: ['UNAVAILABLE'] },
  'smart-retail-order': { label: '智慧零售订单', state: 'state', waiting: ['CREATED', 'FINISHED'] },
  'complaint': { label: '投诉', state: 'complaint_state' },
  'complaint-notification': { label: '投诉通知地址' },
}

/** What a resource is, in a word. */
export const labelOf = ({ kind }: Pick<Resource, 'kind'>) => kinds[kind]?.label ?? kind

/** The state of a resource, in the words of its flow; empty where it has none. */
export function stateOf({ kind, data }: Pick<Resource, 'kind' | 'data'>): string {
  const value = data[kinds[kind]?.state ?? '']
  return typeof value === 'string' ? value : ''
}

/** Whether the user has something to pay or to confirm. */
export const isWaiting = (resource: Pick<Resource, 'kind' | 'data'>) =>
  kinds[resource.kind]?.waiting?.includes(stateOf(resource)) ?? false
