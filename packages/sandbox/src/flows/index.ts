import type { Operation } from '@wxpay-live/compiler/model'
import type { Answer, Call, Context } from '../engine/call.ts'
import { respond } from '../engine/respond.ts'
import { isObject, type JsonObject } from '../values/json.ts'
import { rememberKey } from '../notifications/platform-key.ts'
import { applyments } from './applyments.ts'
import { bills } from './bills.ts'
import { busifavorCoupons } from './busifavor-coupons.ts'
import { mallAuthorizations, mallRefunds, mallTransactions } from './business-circle.ts'
import { certificates } from './certificates.ts'
import { combineTransactions } from './combine-transactions.ts'
import { complaintAddresses } from './complaint-addresses.ts'
import { complaintsV1 } from './complaints-v1.ts'
import { complaints } from './complaints.ts'
import { downloads } from './downloads.ts'
import { electronicReceipts } from './electronic-receipts.ts'
import { fapiaoFiles } from './fapiao-files.ts'
import { favorBills } from './favor-bills.ts'
import { favorCallbacks } from './favor-callbacks.ts'
import { favorCoupons } from './favor-coupons.ts'
import { favorStocks } from './favor-stocks.ts'
import type { Action, Flow } from './flow.ts'
import { goldPlans } from './gold-plans.ts'
import { h5Permissions } from './h5-permissions.ts'
import { mediaFiles, placeholder, upload } from './media.ts'
import { payscoreOrders } from './payscore-orders.ts'
import { payscorePermissions } from './payscore-permissions.ts'
import { payscorePlans } from './payscore-plans.ts'
import { payscoreServiceAccounts } from './payscore-service-accounts.ts'
import { payscoreSignPlans } from './payscore-sign-plans.ts'
import { profitSharingReceivers } from './profit-sharing-receivers.ts'
import { profitSharingReturns } from './profit-sharing-returns.ts'
import { profitSharing } from './profit-sharing.ts'
import { refunds } from './refunds.ts'
import { settlements } from './settlements.ts'
import { smartRetailOrders } from './smart-retail-orders.ts'
import { statements } from './statements.ts'
import { subMerchantBills } from './sub-merchant-bills.ts'
import { transactions } from './transactions.ts'
import { transferAuthorizations } from './transfer-authorizations.ts'
import { transfers } from './transfers.ts'

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
