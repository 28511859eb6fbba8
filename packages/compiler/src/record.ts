/** A member of a record whose names come from a page: never one that every object inherits. */
export function own<T>(values: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
