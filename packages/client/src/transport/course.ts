/**
 * A computation that is written once and runs with promises or without: it yields the promises it has to wait for.
 * Without any, it ends in its first step.
 */
export type Course<T> = Generator<Promise<unknown>, T, void>

/** The result of a step: itself, or a promise for it. */
export type Awaitable<T> = T | Promise<T>

/** Waits for a result if it is a promise. */
export function* wait<T>(result: Awaitable<T>): Course<T> {
  if (!(result instanceof Promise)) return result
  const settled: T[] = []
  yield result.then(value => void settled.push(value))
  return settled[0]!
}

/** Runs a course that may wait. */
export async function runAsync<T>(course: Course<T>): Promise<T> {
  let step = course.next()
  while (!step.done) {
    step = await step.value.then(() => course.next(), (error: unknown) => course.throw(error))
  }
  return step.value
}

/** Runs a course that never waits. */
export function runSync<T>(course: Course<T>): T {
  const step = course.next()
  if (!step.done) throw new TypeError('a step of a synchronous call returned a promise')
  return step.value
}
