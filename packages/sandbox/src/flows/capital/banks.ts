/** A bank that settlement accounts may be with. */
export interface Bank {
  bank_alias: string
  bank_alias_code: string
  account_bank: string
  account_bank_code: number
  need_bank_branch: boolean
}

const cmb: Bank = {
  bank_alias: '招商银行', bank_alias_code: '1000009561', account_bank: '招商银行', account_bank_code: 1001,
  need_bank_branch: false,
}

const boc: Bank = {
  bank_alias: '中国银行', bank_alias_code: '1000009549', account_bank: '中国银行', account_bank_code: 1026,
  need_bank_branch: false,
}

const mybank: Bank = {
  bank_alias: '浙江网商银行', bank_alias_code: '1000009501', account_bank: '其他银行', account_bank_code: 1099,
  need_bank_branch: true,
}

const cmbWingLung: Bank = {
  bank_alias: '招商永隆银行', bank_alias_code: '1000009580', account_bank: '其他银行', account_bank_code: 1099,
  need_bank_branch: true,
}

/**
 * Banks for accounts of persons: the banks in the samples of official pages (4012697583 of 2025-02, `getbankbynum`
 * and `getsubbranch` of developers.weixin.qq.com), which alone state the codes. Production has more than four thousand.
 */
export const personalBanks = [cmb, boc, mybank]

/** Banks for accounts of companies: the same, and the one in the sample of `getbanklist`. */
export const corporateBanks = [...personalBanks, cmbWingLung]

/** First digits of cards, as in the npm package bankcardinfo 2.0.6. */
const cards: [prefix: string, bank: Bank, kind: 'debit' | 'credit'][] = [
  ['621483', cmb, 'debit'],
  ['621660', boc, 'debit'],
  ['621661', boc, 'debit'],
  ['622575', cmb, 'credit'],
  ['622576', cmb, 'credit'],
]

/** Returns the bank of a card and the kind of card, if its first digits are known. */
export function bankOfCard(number: string) {
  const [, bank, kind] = cards.find(([prefix]) => number.startsWith(prefix)) ?? []
  return { bank, kind }
}

/** A branch of a bank. */
interface Branch {
  bank_alias_code: string
  city_code: number
  bank_branch_name: string
  bank_branch_id: string
}

/** Branches: the one in the sample of `getsubbranch`. */
export const branches: Branch[] = [{
  bank_alias_code: mybank.bank_alias_code, city_code: 571,
  bank_branch_name: '浙江网商银行股份有限公司', bank_branch_id: '323331000001',
}]
