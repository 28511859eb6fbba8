import type { Account } from '../kit/ledger.ts'

/**
 * The kinds of compensations, by the last part of their path, and the account that pays. Only the pages of the deposit
 * and of `sub-mch-compensation-bills` name it.
 */
export const kinds = {
  'compensate-bills': 'OPERATION',
  'insurance-claim-bills': 'OPERATION',
  'sub-mch-compensation-bills': 'OPERATION',
  'transfer-bills': 'DEPOSIT',
  'deposit-after-sales-compensation-bills': 'DEPOSIT',
  'deposit-shipping-cost-compensation-bills': 'DEPOSIT',
  'deposit-insurance-premiums-compensation-bills': 'DEPOSIT',
} as const satisfies Record<string, Account>

export type Kind = keyof typeof kinds

/** What the paths of all kinds begin with. */
export const prefix = '/v3/platsolution/ecommerce/mch-transfer'
