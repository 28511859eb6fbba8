import type { RecordType } from '../../state/record-type.ts'

/** A sub-merchant that is cancelled. */
export const cancelled: RecordType<{ sub_mchid: string, cancel_time: string }> = {
  name: 'cancelled-merchant',
  label: '已注销的二级商户',
  key: ['sub_mchid'],
  missing: ['INVALID_REQUEST', '二级商户没有注销'],
  used: ['INVALID_REQUEST', '服务商或子商户已注销'],
}
