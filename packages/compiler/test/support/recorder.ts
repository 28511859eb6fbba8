/** A request that a snippet made. */
export interface Recorded {
  method: string
  path: string
  options: unknown
  sync: boolean
}

/** Creates a client that records every request and returns `response`; it has its own mapping of properties to segments. */
export function createRecorder(response: { status: number, body: unknown }) {
  const requests: Recorded[] = []
  const logs: unknown[] = []
  const kebab = (name: string) => {
    return name.replace(/^_(.*)_$/, '{$1}').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  }
  const node = (steps: string[]): unknown => new Proxy({}, {
    get(_, name) {
      if (name === 'chain') return (path: string) => node([...steps, path])
      const [, verb, mode] = /^(get|post|put|patch|delete)(Async)?$/.exec(String(name)) ?? []
      if (!verb) return node([...steps, kebab(String(name))])
      return (options: unknown) => {
        requests.push({ method: verb.toUpperCase(), path: `/${steps.join('/')}`, options, sync: !mode })
        const { status, body } = response
        if (!mode) return { status, json: () => body }
        return Promise.resolve({ status, json: () => Promise.resolve(body) })
      }
    },
  })
  const console = { log: (value: unknown) => logs.push(value) }
  const run = async (code: string) => {
    type Run = (...values: unknown[]) => Promise<void>
    const AsyncFunction = (async () => {}).constructor as new (...text: string[]) => Run
    await new AsyncFunction('wxpay', 'console', code)(node([]), console)
  }
  return { run, requests, logs }
}
