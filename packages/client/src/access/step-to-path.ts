/**
 * Converts one step of a chain to its part of the path, by the rules of WeChat Pay's PHP library:
 * `smartretailOrders` → `smartretail-orders`, `_out_order_no_` → `{out_order_no}`, `_empty_` → nothing after a slash.
 * A step may hold several segments, such as `v3/merchantService/complaintsV2`.
 */
export function stepToPath(step: string): string {
  if (step === '_empty_') return ''
  return step
    .replace(/^[A-Z]/, capital => capital.toLowerCase())
    .replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)
    .replace(/^_([^/]+)_$/, '{$1}')
}
