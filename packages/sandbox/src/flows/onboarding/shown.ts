import { beijingTime } from '../../values/beijing-time.ts'
import { type Application, descriptions } from './application.ts'

/** Returns the application as a query shows it. */
export function shown(data: Application, sign_state: 'UNSIGNED' | 'SIGNED' | 'NOT_SIGNABLE') {
  const { applyment_id, applyment_state, sub_mchid, audit_detail, verification, proxy } = data
  const needsAccount = applyment_state === 'ACCOUNT_NEED_VERIFY'
  return {
    applyment_id,
    out_request_no: data.out_request_no,
    applyment_state,
    applyment_state_desc: descriptions[applyment_state],
    sign_state,
    ...sign_state === 'UNSIGNED' && { sign_url: link(applyment_id, 'sign') },
    ...sub_mchid !== undefined && ['NEED_SIGN', 'FINISH'].includes(applyment_state) && { sub_mchid },
    ...needsAccount && { account_validation: transferOf(data) },
    ...needsAccount && verification === 'scan' && { legal_validation_url: link(applyment_id, 'legal') },
    ...audit_detail && ['REJECTED', 'FROZEN'].includes(applyment_state) && { audit_detail },
    ...applyment_state === 'REJECTED' && proxy && { wxpay_sign_required: false },
  }
}

const link = (applyment_id: number, purpose: string) =>
  `https://pay.weixin.qq.com/public/apply4ec_sign/s?applymentId=${applyment_id}&sign=${purpose}`

/** The transfer that verifies the account of a merchant. */
function transferOf({ account_info, lapses }: Application) {
  const { bank_account_type, account_name, account_number } = account_info
  return {
    account_name,
    ...bank_account_type === '75' && { account_no: account_number },
    pay_amount: 124,
    destination_account_number: '7222223333322332',
    destination_account_name: '财付通支付科技有限公司',
    destination_account_bank: '招商银行威盛大厦支行',
    city: '深圳',
    remark: '入驻账户验证',
    deadline: beijingTime(lapses).slice(0, 19).replace('T', ' '),
  }
}
