import type { RecordType } from '../../state/record-type.ts'

/** A sub-merchant that an application opened. */
export const subMerchant: RecordType<{
  sub_mchid: string
  organization_type: string
  /** Number of the licence, or of the person's card. */
  cert_number: string
  merchant_shortname: string
  sign_time: string
}> = {
  name: 'sub-merchant',
  label: '二级商户',
  key: ['sub_mchid'],
  missing: ['RESOURCE_NOT_EXISTS', '二级商户不存在'],
  used: ['INVALID_REQUEST', '二级商户已存在'],
}
