/** Converts a URL segment to its property in a chain: `smartretail-orders` → `smartretailOrders`. */
export function toProperty(segment: string): string {
  if (!segment) return '_empty_'
  return segment
    .replace(/^\{(.+)\}$/, '_$1_')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Converts a step of a chain to a URL segment: `smartretailOrders` → `smartretail-orders`, `_id_` → `{id}`. */
export function toSegment(step: string): string {
  if (step === '_empty_') return ''
  return step
    .replace(/^[A-Z]/, letter => letter.toLowerCase())
    .replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    .replace(/^_(.+)_$/, '{$1}')
}

/** Converts a path template to the properties of a chain: `/v3/pay/{id}` → `['v3', 'pay', '_id_']`. */
export function toProperties(path: string): string[] {
  return path.replace(/^\//, '').split('/').map(toProperty)
}

/** Converts the steps of a chain to a path template; a step may contain slashes. */
export function toPath(steps: string[]): string {
  return `/${steps.map(toSegment).join('/').replace(/^\//, '')}`
}

/** The names of the variables in a path template, in order. */
export function variablesOf(path: string): string[] {
  return Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name!)
}
