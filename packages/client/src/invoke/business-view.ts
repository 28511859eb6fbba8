import { queryOf } from './query.ts'

/** A page of WeChat that a mini program, a page inside WeChat or an app opens. */
export interface BusinessView<Type extends string, Params> {
  businessType: Type
  /** As an object: `extraData` of `wx.openBusinessView`, or the argument of `requestMerchantTransfer`. */
  params: Params
  /** The same as a query with encoded values: `queryString` in a page, `query` in an app. */
  query: string
}

/** Makes a business view in both forms. */
export const businessView = <Type extends string, Params extends object>(
  businessType: Type, params: Params,
): BusinessView<Type, Params> => ({ businessType, params, query: queryOf(params) })
