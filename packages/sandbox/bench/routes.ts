import type { Operation } from '@wxpay-live/compiler/model'
import { createRouter } from '../src/engine/route.ts'

const finds = 200_000

/** Finds the first ten operations over and over among that many; answers what one takes, in nanoseconds. */
export function measureRoutes(operations: Operation[], count: number) {
  const route = createRouter(operations.slice(0, count))
  const asked = operations.slice(0, 10).map(({ method, path }) => [method, path.replace(/\{\w+\}/g, '1')] as const)
  return async () => {
    const started = performance.now()
    for (let index = 0; index < finds; index++) route(...asked[index % asked.length]!)
    return (performance.now() - started) / finds * 1e6
  }
}
