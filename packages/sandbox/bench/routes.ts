import type { Operation } from '@wxpay-live/compiler/model'
import { createRouter } from '../src/engine/route.ts'

const lookups = 200_000

/** Creates a measurement that finds ten operations among `count`, in nanoseconds per lookup. */
export function measureRoutes(operations: Operation[], count: number) {
  const route = createRouter(operations.slice(0, count))
  const requests = operations.slice(0, 10).map(({ method, path }) => [method, path.replace(/\{\w+\}/g, '1')] as const)
  return async () => {
    const started = performance.now()
    for (let index = 0; index < lookups; index++) route(...requests[index % requests.length]!)
    return (performance.now() - started) / lookups * 1e6
  }
}
