import type { Finding } from '../diagnosis.ts'

/** The simulated phone does not open the payment. */
export class PhoneRefusal extends Error {
  override name = 'PhoneRefusal' as const
  readonly finding: Finding

  constructor(finding: Finding) {
    super(`the phone refuses the payment: ${finding.name}`)
    this.finding = finding
  }
}
