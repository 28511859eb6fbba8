/** Reads a member whose name comes from a page; never an inherited one such as `constructor`. */
export function own<T>(values: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
