/** Writes a segment of a path as a step of a chain: `smartretail-orders` as `smartretailOrders`, `{id}` as `_id_`. */
export function pathToStep(segment: string): string {
  return segment.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace(/^\{(.*)\}$/, '_$1_') || '_empty_'
}
