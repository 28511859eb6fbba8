import type { Operation } from '@wxpay-live/compiler/model'
import type { Answer, Call, Context } from '../engine/call.ts'
import { respond } from '../engine/respond.ts'
import { isObject, type JsonObject } from '../values/json.ts'
import { rememberKey } from '../notifications/platform-key.ts'
import { applyments } from './applyment/applyment-operations.ts'
import { bills } from './bill/bill-operations.ts'
import { busifavorCoupons } from './busifavor/coupon-operations.ts'
import { mallAuthorizations, mallRefunds, mallTransactions } from './businesscircle/business-circle-operations.ts'
import { certificates } from './certificates/certificate-operations.ts'
import { combineTransactions } from './payment/combine-operations.ts'
import { complaintAddresses } from './complaint/address-operations.ts'
import { complaintsV1 } from './complaint/v1-operations.ts'
import { complaints } from './complaint/complaint-operations.ts'
import { downloads } from './kit/downloads.ts'
import { electronicReceipts } from './transfer/receipt-operations.ts'
import { fapiaoFiles } from './invoice/file-operations.ts'
import { favorBills } from './favor/bill-operations.ts'
import { favorCallbacks } from './favor/callback-operations.ts'
import { favorCoupons } from './favor/coupon-operations.ts'
import { favorStocks } from './favor/stock-operations.ts'
import type { Action, Flow } from './kit/flow.ts'
import { goldPlans } from './goldplan/gold-plan-operations.ts'
import { h5Permissions } from './overseas/h5-permission-operations.ts'
import { mediaFiles, placeholder, upload } from './media/media-operations.ts'
import { payscoreOrders } from './payscore/order-operations.ts'
import { payscorePermissions } from './payscore/permission-operations.ts'
import { payscorePlans } from './payscore/plan-operations.ts'
import { payscoreServiceAccounts } from './payscore/service-account-operations.ts'
import { payscoreSignPlans } from './payscore/sign-plan-operations.ts'
import { profitSharingReceivers } from './profitsharing/receiver-operations.ts'
import { profitSharingReturns } from './profitsharing/return-operations.ts'
import { profitSharing } from './profitsharing/order-operations.ts'
import { refunds } from './refund/refund-operations.ts'
import { settlements } from './applyment/settlement-operations.ts'
import { smartRetailOrders } from './payscore/smart-retail-operations.ts'
import { statements } from './bill/statement-operations.ts'
import { subMerchantBills } from './bill/sub-merchant-operations.ts'
import { transactions } from './payment/transaction-operations.ts'
import { transferAuthorizations } from './transfer/authorization-operations.ts'
import { transfers } from './transfer/transfer-operations.ts'

/** Every flow. */
export const flows: Flow[] = [
  applyments, bills, busifavorCoupons, mallAuthorizations, mallTransactions, mallRefunds,
  combineTransactions, complaintAddresses, complaintsV1, complaints, electronicReceipts, fapiaoFiles,
  favorBills, favorCallbacks, favorCoupons, favorStocks, goldPlans, h5Permissions, payscoreOrders,
  payscorePermissions, payscorePlans, payscoreServiceAccounts, payscoreSignPlans,
  profitSharingReceivers, profitSharingReturns, profitSharing, refunds, settlements, smartRetailOrders,
  transactions, transferAuthorizations, transfers,
]

const responders = new Map(Object.entries({
  ...certificates, ...downloads, ...mediaFiles, ...statements, ...subMerchantBills,
}))
const actions = new Map<string, Action>(flows.flatMap(({ actions }) => Object.entries(actions)))

/** Answers a call: by a way of the operation's own, else the flow it belongs to, else its response table alone. */
export async function perform(call: Call, context: Context): Promise<Answer> {
  const name = nameOf(call.operation)
  const responder = responders.get(name)
  if (responder) return responder(call, context)
  if (call.operation.returns === 'binary') return placeholder
  const action = actionOf(name, call)
  const params = paramsOf(call)
  const known = await context.state.change(async (world) => {
    await rememberKey(call, context.identity, world)
    return action?.(params, world, context.scenario?.name)
  })
  return respond(call, context, known)
}

function actionOf(name: string, { upload: file }: Call): Action | undefined {
  return file ? (params, world) => upload(file, params, world) : actions.get(name)
}

const nameOf = ({ method, path }: Operation) => `${method} ${path}`

function paramsOf({ path, query, body }: Call): JsonObject {
  return { ...isObject(body) && body, ...Object.fromEntries(query), ...path }
}
