import { commonScenarios, type Scenario } from '../scenarios/scenarios.ts'
import { abnormal } from './abnormal/index.ts'
import { applyment } from './applyment/index.ts'
import { bill } from './bill/index.ts'
import { busifavor } from './busifavor/index.ts'
import { businesscircle } from './businesscircle/index.ts'
import { cancellation } from './cancellation/index.ts'
import { capital } from './capital/index.ts'
import { certificates } from './certificates/index.ts'
import { combinepapay } from './combinepapay/index.ts'
import { compensation } from './compensation/index.ts'
import { complaint } from './complaint/index.ts'
import { ecommerce } from './ecommerce/index.ts'
import { favor } from './favor/index.ts'
import { fund } from './fund/index.ts'
import { goldplan } from './goldplan/index.ts'
import { individual } from './individual/index.ts'
import { invoice } from './invoice/index.ts'
import type { Product } from './kit/product.ts'
import { media } from './media/index.ts'
import { onboarding } from './onboarding/index.ts'
import { overseas } from './overseas/index.ts'
import { payment } from './payment/index.ts'
import { payscore } from './payscore/index.ts'
import { profitsharing } from './profitsharing/index.ts'
import { recharge } from './recharge/index.ts'
import { refund } from './refund/index.ts'
import { settlerule } from './settlerule/index.ts'
import { subject } from './subject/index.ts'
import { transfer } from './transfer/index.ts'

/** Every product. */
export const products: readonly Product[] = [
  payment, refund, transfer, profitsharing, ecommerce, payscore, complaint, bill, fund, abnormal, recharge,
  compensation, applyment, onboarding, settlerule, subject, cancellation,
  favor, busifavor, businesscircle, goldplan, invoice, overseas, media, certificates,
  capital, combinepapay, individual,
]

/** Every scenario: first the common ones, then the scenarios of single products. */
export const scenarios: readonly Scenario[] = [
  ...commonScenarios, ...new Set(products.flatMap(({ scenarios = [] }) => scenarios)),
]
