import type { Example, JsonValue, Operation } from '../model/index.ts'

/** The one argument of a request: path variables, then the groups; undefined where nothing is to be said. */
export function optionsOf({ path, ...groups }: Example): Record<string, JsonValue> | undefined {
  const options: Record<string, JsonValue> = { ...path }
  for (const name of ['query', 'headers', 'json'] as const) {
    const value = groups[name]
    if (value !== undefined) options[name] = value
  }
  return Object.keys(options).length ? options : undefined
}

/** Whether the response has a body to show. */
export function hasBody({ response }: Operation): boolean {
  return response.length > 0
}
