/** Turns a URL segment into the property that stands for it: `smartretail-orders` → `smartretailOrders`. */
export function toProperty(segment: string): string {
  if (!segment) return '_empty_'
  return segment
    .replace(/^\{(.+)\}$/, '_$1_')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Turns a step of a chain into URL text: `smartretailOrders` → `smartretail-orders`, `_id_` → `{id}`. */
export function toSegment(step: string): string {
  if (step === '_empty_') return ''
  return step
    .replace(/^[A-Z]/, letter => letter.toLowerCase())
    .replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    .replace(/^_(.+)_$/, '{$1}')
}

/** Turns a path template into the properties of a chain: `/v3/pay/{id}` → `['v3', 'pay', '_id_']`. */
export function toProperties(path: string): string[] {
  return path.replace(/^\//, '').split('/').map(toProperty)
}

/** Turns the steps of a chain into a path template; a step may hold slashes. */
export function toPath(steps: string[]): string {
  return `/${steps.map(toSegment).join('/').replace(/^\//, '')}`
}

/** The names of a template's variables, in order. */
export function variablesOf(path: string): string[] {
  return Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name!)
}
